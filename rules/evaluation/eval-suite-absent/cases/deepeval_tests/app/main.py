from fastapi import FastAPI

from app.chain import answer

api = FastAPI()


@api.post("/answer")
def post_answer(question: str) -> str:
    return answer(question)
