INSTRUCTIONS = """Which kind of letter is this: invoice, reminder, contract or other?
Answer with one word."""
