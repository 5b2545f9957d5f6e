TRIAGE = """You sort letters.
Answer with one word: complaint, praise or question.
x
"""
