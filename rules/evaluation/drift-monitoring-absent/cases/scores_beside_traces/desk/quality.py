from langfuse import Langfuse

langfuse = Langfuse()


def rate(trace_id: str, answer: str) -> None:
    langfuse.create_score(trace_id=trace_id, name="has-order-number", value=float(any(part.isdigit() for part in answer)))
