from fastapi import FastAPI
from langchain_google_genai import ChatGoogleGenerativeAI

app = FastAPI()
llm = ChatGoogleGenerativeAI(model="gemini-2.5-flash-lite", temperature=0, timeout=30)


@app.post("/answer")
async def answer(question: str) -> str:
    return (await llm.ainvoke(question)).content
