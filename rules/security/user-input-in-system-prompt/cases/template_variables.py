"""Chains whose system message has variables."""

from fastapi import FastAPI
from langchain_core.prompts import ChatPromptTemplate, SystemMessagePromptTemplate
from langchain_openai import ChatOpenAI
from pydantic import BaseModel

app = FastAPI()
model = ChatOpenAI(model="gpt-4.1-mini", timeout=30)
LANGUAGES = ("English", "Italian")

tutor = ChatPromptTemplate.from_messages(
    [
        ("system", "You are a tutor. What the pupil is like: {pupil}"),  # ruleid: user-input-in-system-prompt
        ("human", "{question}"),
    ]
)
speaker = ChatPromptTemplate.from_messages(
    [
        ("system", "You are a tutor. Answer in {tongue}."),  # ok: user-input-in-system-prompt
        ("human", "{question}"),
    ]
)
level = SystemMessagePromptTemplate.from_template("Explain to somebody who knows this: {known}")  # ruleid: user-input-in-system-prompt


class Lesson(BaseModel):
    question: str
    pupil: str = ""
    tongue: str = "English"
    known: str = ""


@app.post("/tutor")
async def ask(lesson: Lesson) -> str:
    chain = tutor | model
    return (await chain.ainvoke({"question": lesson.question, "pupil": lesson.pupil})).content


@app.post("/speak")
async def speak(lesson: Lesson) -> str:
    tongue = lesson.tongue if lesson.tongue in LANGUAGES else "English"
    chain = speaker | model
    return (await chain.ainvoke({"question": lesson.question, "tongue": tongue})).content


@app.post("/level")
async def at_level(lesson: Lesson) -> str:
    messages = ChatPromptTemplate.from_messages([level, ("human", "{question}")]).format_messages(known=lesson.known, question=lesson.question)
    return (await model.ainvoke(messages)).content
