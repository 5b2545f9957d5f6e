from openai import OpenAI

if __name__ == "__main__":
    print(OpenAI(timeout=20).responses.create(model="gpt-4.1-2025-04-14", input=input()).output_text)
