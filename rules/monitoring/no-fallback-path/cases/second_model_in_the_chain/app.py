from fastapi import FastAPI

from models import model

app = FastAPI()


@app.post("/answer")
def answer(question: str) -> str:
    return model.invoke(question).content
