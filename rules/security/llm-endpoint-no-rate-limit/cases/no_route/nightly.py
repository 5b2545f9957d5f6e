from openai import OpenAI

client = OpenAI(timeout=30)


def main() -> None:
    with open("reviews.txt") as file:
        for line in file:
            print(client.responses.create(model="gpt-4.1-2025-04-14", input=line).output_text)


if __name__ == "__main__":
    main()
