from fastapi import FastAPI, HTTPException, Request
from openai import OpenAI

from limits import RateLimiter

app = FastAPI()
client = OpenAI(timeout=30)
limiter = RateLimiter(20)


@app.post("/chat")
def chat(request: Request, question: str) -> str:
    if not limiter.allows(request.client.host):
        raise HTTPException(429)
    return client.responses.create(model="gpt-4.1-2025-04-14", input=question).output_text
