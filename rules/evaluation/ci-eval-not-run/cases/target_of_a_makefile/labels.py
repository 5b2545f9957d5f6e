from cohere import ClientV2
from fastapi import FastAPI

app = FastAPI()
co = ClientV2()


@app.post("/label")
def label(text: str) -> str:
    messages = [{"role": "user", "content": f"invoice or reminder? {text}"}]
    return co.chat(model="command-a-03-2025", messages=messages).message.content[0].text
