from dagster import RetryPolicy, asset
from langchain_openai import OpenAIEmbeddings
from langchain_postgres import PGVector

store = PGVector(embeddings=OpenAIEmbeddings(model="text-embedding-3-small"), collection_name="docs", connection="postgresql://db/app")


@asset
def stored_documents(documents):  # ruleid: pipeline-task-no-retries
    store.add_documents(documents, ids=[document.metadata["id"] for document in documents])


@asset(retry_policy=RetryPolicy(max_retries=3, delay=30))
def stored_tickets(tickets):  # ok: pipeline-task-no-retries
    store.add_documents(tickets, ids=[ticket.metadata["id"] for ticket in tickets])
