from fastapi import FastAPI
from fastapi.responses import HTMLResponse

from desk.llm import answer
from desk.pages import page

app = FastAPI()


@app.get("/ask")
def ask(question: str) -> HTMLResponse:
    return page(f"<p>{answer(question)}</p>")
