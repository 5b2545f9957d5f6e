"""Names in documentation, answers, labels and token counts; a fallback that is put into a model's attribute."""

import tiktoken
from fastapi import Body, FastAPI
from langchain_openai import ChatOpenAI

app = FastAPI()
llm = ChatOpenAI(model="gpt-4.1-2025-04-14", temperature=0, timeout=30)  # ok: model-alias-unpinned
SAMPLE_ANSWER = {"id": "chatcmpl-1", "object": "chat.completion", "model": "gpt-4o", "choices": []}  # ok: model-alias-unpinned


def count_tokens(text: str, model: str = "gpt-4o") -> int:  # ok: model-alias-unpinned
    return len(tiktoken.encoding_for_model(model).encode(text))


def label(model: str) -> str:
    base_model = "gpt-4o"  # ok: model-alias-unpinned
    return f"Model: {model or base_model}"


@app.post("/chat")
def chat(question: str, options: dict = Body(example={"model": "gpt-4.1-mini", "temperature": 0.7})) -> str:  # ok: model-alias-unpinned
    try:
        return llm.invoke(question).content
    except TimeoutError:
        fallback_model = "gpt-4.1-mini"  # ruleid: model-alias-unpinned
        llm.model_name = fallback_model
        return llm.invoke(question).content
