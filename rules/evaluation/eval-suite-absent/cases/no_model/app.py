from flask import Flask

app = Flask(__name__)


@app.get("/evaluate")
def evaluate() -> dict[str, int]:
    return {"score": 3}
