"""Short remarks, labels and examples among the messages, and a prompt in several parts."""

from openai import OpenAI

client = OpenAI(timeout=30)
MODEL = "gpt-4.1-2025-04-14"


def ask(text: str) -> str:
    return client.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": text}]).choices[0].message.content


def again() -> str:
    return ask("No tool was found. Skipping this step. Try again.")  # ok: prompt-unversioned


def view(url: str, page: str) -> str:
    return ask(f"Current Browser Viewer\nURL: {url}\nOBSERVATION:\n{page}\n")  # ok: prompt-unversioned


def with_examples(question: str) -> str:
    few_shot_examples = """
Question: where is my parcel?
Label: delivery, because the customer waits for something.
Question: the invoice is wrong.
Label: billing, because the customer asks about money.
"""  # ok: prompt-unversioned
    return ask(few_shot_examples + question)


def in_parts(question: str) -> str:
    # ruleid: prompt-unversioned
    prompt = """You answer questions about deliveries.
Use the table of the carrier only.
Say so where the table does not help.
"""
    prompt += """Answer in the language of the question.
Close with the number of the row that you used.
Write no more than three sentences.
"""  # ok: prompt-unversioned
    return ask(prompt + question)
