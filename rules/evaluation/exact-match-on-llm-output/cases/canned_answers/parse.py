from openai import OpenAI

client = OpenAI(timeout=20)


class Parser:
    def __init__(self) -> None:
        self.thought = ""

    def feed(self, answer: str) -> None:
        self.thought = answer.partition("\n")[0].removeprefix("Thought: ")


def think(question: str) -> str:
    parser = Parser()
    parser.feed(client.responses.create(model="gpt-4.1-2025-04-14", input=question).output_text)
    return parser.thought


if __name__ == "__main__":
    print(think(input()))
