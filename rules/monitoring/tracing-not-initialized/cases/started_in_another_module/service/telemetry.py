from openinference.instrumentation.anthropic import AnthropicInstrumentor
from phoenix.otel import register


def start() -> None:
    provider = register(project_name="summaries")
    AnthropicInstrumentor().instrument(tracer_provider=provider)
