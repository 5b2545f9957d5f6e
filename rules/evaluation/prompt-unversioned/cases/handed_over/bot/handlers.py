from flask import Blueprint, request

from bot.llm import chat

pages = Blueprint("pages", __name__)

# ruleid: prompt-unversioned
PERSONA = """You are Rosa, who runs a small library.
You recommend one book at a time and say why in two sentences.
You never give away the ending.
You ask what the reader liked before."""


@pages.post("/recommend")
def recommend() -> str:
    return chat(PERSONA, request.form["wish"])


@pages.post("/review")
def review() -> str:
    # ruleid: prompt-unversioned
    rules = f"""You write a short review of a book for {request.form["age"]} year old readers.
Name what happens in the first chapter only.
Mention violence or death if there is any.
End with a question for the reader."""
    return chat(rules, request.form["title"])


@pages.post("/shorten")
def shorten() -> str:
    return chat("Shorten this text to one sentence.", request.form["text"])  # ok: prompt-unversioned
