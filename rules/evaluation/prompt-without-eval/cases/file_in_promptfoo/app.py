from pathlib import Path

import anthropic

client = anthropic.Anthropic(timeout=30)
RECIPE = Path(__file__).with_name("prompts").joinpath("recipe.txt").read_text(encoding="utf-8")


def cook(ingredients: str) -> str:
    reply = client.messages.create(
        model="claude-sonnet-4-5-20250929",
        max_tokens=800,
        messages=[{"role": "user", "content": RECIPE.format(ingredients=ingredients)}],
    )
    return reply.content[0].text


if __name__ == "__main__":
    print(cook(input("What is in the fridge? ")))
