from openai import OpenAI

print(OpenAI(timeout=10).responses.create(model="gpt-4.1-2025-04-14", input="hello").output_text)
