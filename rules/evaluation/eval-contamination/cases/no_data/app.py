from openai import OpenAI

print(OpenAI(timeout=20).responses.create(model="gpt-4.1-2025-04-14", input=input()).output_text)
