INSTRUCTIONS = """Which kind of letter is this: invoice, reminder, contract or other?
Answer with one word.

Letter: Your payment is ten days late, and we add a fee of five euros.
Kind: reminder"""
