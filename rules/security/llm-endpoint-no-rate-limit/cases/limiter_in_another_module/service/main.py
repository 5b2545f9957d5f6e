from fastapi import FastAPI, Request
from openai import OpenAI

from service.limits import limiter

app = FastAPI()
app.state.limiter = limiter
client = OpenAI(timeout=30)


@app.post("/chat")
@limiter.limit("20/minute")
def chat(request: Request, question: str) -> str:
    return client.responses.create(model="gpt-4.1-2025-04-14", input=question).output_text
