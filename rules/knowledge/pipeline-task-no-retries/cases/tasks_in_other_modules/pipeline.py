from prefect import flow, task

from vectors import embed


@task(cache_policy=None)
def embed_chunks(chunks: list[str]) -> list[list[float]]:
    return embed(chunks)


@flow(log_prints=True)
def nightly(chunks: list[str]) -> None:
    embed_chunks(chunks)
