from pathlib import Path

from fastapi import FastAPI
from langchain_anthropic import ChatAnthropic

app = FastAPI()
llm = ChatAnthropic(model="claude-sonnet-4-5-20250929", timeout=30)


def load(name: str) -> str:
    return (Path(__file__).parent / "prompts" / name).read_text(encoding="utf-8")


@app.post("/triage")
def triage(ticket: str) -> str:
    return llm.invoke([("system", load("triage.md")), ("user", ticket)]).content


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}
