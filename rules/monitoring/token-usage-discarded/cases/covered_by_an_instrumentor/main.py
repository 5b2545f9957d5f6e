from fastapi import FastAPI
from opentelemetry.instrumentation.openai_v2 import OpenAIInstrumentor

from answers import answer

OpenAIInstrumentor().instrument()
app = FastAPI()


@app.post("/answer")
def post_answer(question: str) -> str:
    return answer(question)
