from fastapi import APIRouter

from shop.adviser import Adviser
from shop.schemas import Question

router = APIRouter()
adviser = Adviser()


@router.post("/questions")
async def ask(question: Question) -> dict:
    return {"answer": await adviser.advise(question.text, question.background)}
