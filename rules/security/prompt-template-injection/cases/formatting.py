"""Letters filled in with `format`: the blanks belong to the application, or to whoever wrote the text."""

from pathlib import Path

from flask import Flask, jsonify, request
from openai import OpenAI

app = Flask(__name__)
client = OpenAI(timeout=30)
LETTER = "Write a letter to {name} about {subject}."
FOLDER = Path(__file__).parent / "prompts"


def complete(prompt: str) -> str:
    return client.responses.create(model="gpt-4.1-mini", input=prompt, max_output_tokens=300).output_text


@app.post("/letter")
def letter():
    data = request.get_json()
    prompt = LETTER.format(name=data["name"], subject=data["subject"])  # ok: prompt-template-injection
    return jsonify(text=complete(prompt))


@app.post("/letter/own")
def own_letter():
    data = request.get_json()
    prompt = data["template"].format(name=data["name"], settings=app.config)  # ruleid: prompt-template-injection
    return jsonify(text=complete(prompt))


@app.post("/letter/half")
def half_letter():
    wish = request.form["wish"]
    draft = LETTER + "\nThe customer's wish: " + wish
    prompt = draft.format(name="Ms Lee", subject="delivery")  # ruleid: prompt-template-injection
    return jsonify(text=complete(prompt))


@app.post("/letter/file")
def letter_from_file():
    text = (FOLDER / "letter.txt").read_text()
    prompt = text.format(name=request.form["name"], subject="delivery")  # ok: prompt-template-injection
    return jsonify(text=complete(prompt))


@app.post("/letter/planned")
def planned_letter():
    plan = complete("Write a template for a letter with {name} in it.")
    return jsonify(text=complete(plan.format(name="Ms Lee")))  # ruleid: prompt-template-injection
