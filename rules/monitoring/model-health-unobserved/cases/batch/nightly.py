from openai import OpenAI

client = OpenAI(timeout=30)

if __name__ == "__main__":
    with open("reviews.txt") as file:
        for line in file:
            print(client.responses.create(model="gpt-4.1-2025-04-14", input=line).output_text)
