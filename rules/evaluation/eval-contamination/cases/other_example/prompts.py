INSTRUCTIONS = """Which kind of letter is this: invoice, reminder, contract or other?
Answer with one word.

Letter: We have asked you twice for the rent of June.
Kind: reminder"""
