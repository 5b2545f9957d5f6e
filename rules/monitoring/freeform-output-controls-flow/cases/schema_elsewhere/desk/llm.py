from openai import OpenAI

client = OpenAI()
SCHEMA = {"type": "json_schema", "json_schema": {"name": "verdict", "schema": {"enum": ["spam", "ham"]}}}


def classify(mail: str, model: str) -> str:
    said = client.chat.completions.create(model=model, messages=[{"role": "user", "content": mail}], response_format=SCHEMA)
    return said.choices[0].message.content
