"""Starts the service, and the instrumentor that records every call."""

from openinference.instrumentation.openai import OpenAIInstrumentor
from phoenix.otel import register

from replies import reply

provider = register(project_name="helpdesk")
OpenAIInstrumentor().instrument(tracer_provider=provider)

for piece in reply([{"role": "user", "content": "Where is my parcel?"}]):
    print(piece, end="")
