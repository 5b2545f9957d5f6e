import re

from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPBearer
from openai import OpenAI
from pydantic import BaseModel, Field

app = FastAPI()
client = OpenAI(timeout=30)
bearer = HTTPBearer()
SYSTEM = "You advise customers about insurance. Never insult anybody."


class Question(BaseModel):
    text: str = Field(max_length=2000)


def clean(text: str) -> str:
    return re.sub(r"<[^>]+>", "", text).strip()


@app.post("/chat", dependencies=[Depends(bearer)])
def chat(question: Question) -> str:
    text = clean(question.text)
    if not text:
        raise HTTPException(422, "empty question")
    return client.responses.create(model="gpt-4.1-2025-04-14", instructions=SYSTEM, input=text).output_text
