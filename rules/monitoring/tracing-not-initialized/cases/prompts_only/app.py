from langfuse import Langfuse
from openai import OpenAI

prompts = Langfuse()
client = OpenAI(timeout=30)


def translate(text: str) -> str:
    prompt = prompts.get_prompt("translate")
    reply = client.responses.create(model="gpt-4.1-2025-04-14", input=prompt.compile(text=text))
    return reply.output_text


if __name__ == "__main__":
    print(translate(input()))
