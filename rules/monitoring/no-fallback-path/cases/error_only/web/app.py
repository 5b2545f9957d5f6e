import logging

from flask import Flask, abort, request

from web.llm import complete

app = Flask(__name__)
log = logging.getLogger(__name__)


@app.post("/answer")
def answer() -> str:
    try:
        return complete(request.json["question"])
    except Exception:
        log.exception("no answer")
        abort(503)
