def classification(text: str) -> str:
    return f"""Which kind of letter is this?
Choose one: invoice, reminder, contract, other.
Answer with one word and nothing else.

{text}"""
