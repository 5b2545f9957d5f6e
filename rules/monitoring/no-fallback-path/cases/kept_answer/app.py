import litellm
from fastapi import FastAPI

app = FastAPI()
FALLBACK_ANSWER = "We cannot answer right now. Please look at our help pages."


@app.post("/answer")
def answer(question: str) -> str:
    try:
        reply = litellm.completion(
            model="openai/gpt-4.1-2025-04-14", messages=[{"role": "user", "content": question}], timeout=30
        )
        return reply.choices[0].message.content
    except litellm.exceptions.APIError:
        return FALLBACK_ANSWER
