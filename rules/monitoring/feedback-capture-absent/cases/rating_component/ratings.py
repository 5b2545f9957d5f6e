from langfuse import get_client


def keep(trace: str, stars: int) -> None:
    get_client().create_score(trace_id=trace, name="user", value=stars)
