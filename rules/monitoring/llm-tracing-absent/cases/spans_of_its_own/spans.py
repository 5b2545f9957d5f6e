import json
import time
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def generation_span(model: str):
    span = {"model": model, "begun": time.time()}
    try:
        yield span
    finally:
        span["ended"] = time.time()
        with Path("/var/log/spans.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(span) + "\n")
