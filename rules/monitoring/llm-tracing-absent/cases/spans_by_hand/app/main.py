from fastapi import FastAPI

from app.llm import chat

app = FastAPI()


@app.post("/chat")
def post_chat(text: str) -> str:
    return chat([{"role": "user", "content": text}])
