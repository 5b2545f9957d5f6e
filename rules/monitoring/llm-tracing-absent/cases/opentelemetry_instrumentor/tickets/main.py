from fastapi import FastAPI
from openai import OpenAI

from tickets import telemetry

telemetry.start()
app = FastAPI()
client = OpenAI(timeout=30)


@app.post("/triage")
def triage(text: str) -> str:
    return client.responses.create(model="gpt-4.1-2025-04-14", input=text).output_text
