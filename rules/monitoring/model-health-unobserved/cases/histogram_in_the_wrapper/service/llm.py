from openai import OpenAI, OpenAIError

from service.metrics import FAILURES, LATENCY

client = OpenAI(timeout=30)
MODEL = "gpt-4.1-2025-04-14"


def complete(text: str) -> str:
    try:
        with LATENCY.labels(MODEL).time():
            return client.responses.create(model=MODEL, input=text).output_text
    except OpenAIError:
        FAILURES.labels(MODEL).inc()
        raise
