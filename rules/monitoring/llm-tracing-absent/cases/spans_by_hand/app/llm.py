from anthropic import Anthropic
from opentelemetry import trace

tracer = trace.get_tracer(__name__)
client = Anthropic(timeout=30)
MODEL = "claude-opus-4-8"


def chat(messages: list[dict[str, str]]) -> str:
    with tracer.start_as_current_span(f"chat {MODEL}") as span:
        span.set_attribute("gen_ai.operation.name", "chat")
        span.set_attribute("gen_ai.request.model", MODEL)
        reply = client.messages.create(model=MODEL, max_tokens=500, messages=messages)
        span.set_attribute("gen_ai.usage.input_tokens", reply.usage.input_tokens)
        span.set_attribute("gen_ai.usage.output_tokens", reply.usage.output_tokens)
        return reply.content[0].text
