from fastapi import FastAPI
from mistralai import Mistral

app = FastAPI()
client = Mistral(timeout_ms=30_000)


@app.post("/label")
def label(text: str) -> str:
    messages = [{"role": "user", "content": f"invoice, reminder or contract? {text}"}]
    return client.chat.complete(model="mistral-large-2512", messages=messages).choices[0].message.content
