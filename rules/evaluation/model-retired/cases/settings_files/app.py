import yaml
from litellm import completion

with open("config.yaml") as file:
    config = yaml.safe_load(file)


def answer(question: str) -> str:
    messages = [{"role": "user", "content": question}]
    return completion(model=config["llm"]["model"], messages=messages, timeout=30).choices[0].message.content
