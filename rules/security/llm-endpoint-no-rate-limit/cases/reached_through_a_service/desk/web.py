from flask import Flask, request
from flask_cors import CORS

from desk.service import Desk

app = Flask(__name__)
CORS(app)
desk = Desk()


@app.post("/answer")
def answer() -> str:
    return desk.answer(request.json["question"])
