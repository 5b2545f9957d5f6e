from azure.monitor.opentelemetry import configure_azure_monitor
from fastapi import FastAPI
from openai import OpenAI
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor

configure_azure_monitor()
HTTPXClientInstrumentor().instrument()
app = FastAPI()
client = OpenAI(timeout=30)


@app.post("/ask")
def ask(question: str) -> str:
    return client.responses.create(model="gpt-4.1-2025-04-14", input=question).output_text
