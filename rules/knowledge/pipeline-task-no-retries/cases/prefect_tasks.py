from openai import OpenAI
from prefect import flow, task
from tenacity import retry, stop_after_attempt, wait_exponential

client = OpenAI()


@task
def embed(batch: list[str]):  # ruleid: pipeline-task-no-retries
    return client.embeddings.create(model="text-embedding-3-small", input=batch)


@task(name="label", log_prints=True)
def label(text: str):  # ruleid: pipeline-task-no-retries
    return client.responses.create(model="gpt-4.1-mini", input=text).output_text


@task(retries=3, retry_delay_seconds=[10, 60, 300])
def embed_again(batch: list[str]):  # ok: pipeline-task-no-retries
    return client.embeddings.create(model="text-embedding-3-small", input=batch)


@retry(stop=stop_after_attempt(5), wait=wait_exponential(max=60))
def ask(text: str) -> str:
    return client.responses.create(model="gpt-4.1-mini", input=text).output_text


@task
def summarise(text: str) -> str:  # ok: pipeline-task-no-retries
    return ask(text)


@task
def read(path: str) -> list[str]:  # ok: pipeline-task-no-retries
    return open(path).read().splitlines()


@flow
def index(path: str):
    embed(read(path))
