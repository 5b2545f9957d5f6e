"""Summaries as pages and documents."""

import bleach
from anthropic import Anthropic
from fastapi import FastAPI
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse
from jinja2 import Environment, PackageLoader, select_autoescape
from markupsafe import Markup, escape
from weasyprint import HTML

app = FastAPI()
claude = Anthropic(timeout=60)
pages = Environment(loader=PackageLoader("summaries"), autoescape=select_autoescape())
TITLE = Markup("<h1>Summary</h1>")  # ok: llm-output-to-html


def summary(text: str) -> str:
    message = claude.messages.create(model="claude-opus-4-8", max_tokens=500, messages=[{"role": "user", "content": f"Summarise: {text}"}])
    return message.content[0].text


@app.get("/page")
def page(text: str) -> HTMLResponse:
    return HTMLResponse(f"<html><body>{summary(text)}</body></html>")  # ruleid: llm-output-to-html


@app.get("/escaped")
def escaped(text: str) -> HTMLResponse:
    return HTMLResponse(f"<p>{escape(summary(text))}</p>")  # ok: llm-output-to-html


@app.get("/template")
def template(text: str) -> HTMLResponse:
    return HTMLResponse(pages.get_template("summary.html").render(summary=summary(text)))  # ok: llm-output-to-html


@app.get("/json")
def as_json(text: str) -> JSONResponse:
    return JSONResponse({"summary": summary(text)})  # ok: llm-output-to-html


@app.get("/text")
def as_text(text: str) -> PlainTextResponse:
    return PlainTextResponse(summary(text))  # ok: llm-output-to-html


def marked(text: str) -> Markup:
    return TITLE + Markup(summary(text))  # ruleid: llm-output-to-html


def cleaned(text: str) -> Markup:
    return TITLE + Markup(bleach.clean(summary(text), tags={"p", "em"}))  # ok: llm-output-to-html


def document(text: str) -> bytes:
    return HTML(string=f"<h1>Summary</h1>{summary(text)}").write_pdf()  # ruleid: llm-output-to-html
