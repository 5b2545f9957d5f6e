from fastapi import FastAPI

from service.llm import complete

app = FastAPI()


@app.post("/chat")
def chat(question: str) -> str:
    return complete(question)
