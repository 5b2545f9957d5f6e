from flask import Flask, request

from devbot.runner import Runner

app = Flask(__name__)
runner = Runner("mistral-large-2512")


@app.post("/run")
def run() -> list[str]:
    return runner.execute(request.json["goal"], "/srv/projects/current")
