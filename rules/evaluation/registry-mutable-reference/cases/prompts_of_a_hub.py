from langchain import hub
from langsmith import Client

client = Client()

rag = hub.pull("rlm/rag-prompt")  # ruleid: registry-mutable-reference
pinned = hub.pull("rlm/rag-prompt:50442af1")  # ok: registry-mutable-reference
triage = client.pull_prompt("triage")  # ruleid: registry-mutable-reference
production = client.pull_prompt("triage:production")  # ok: registry-mutable-reference
newest = client.pull_prompt("triage:latest")  # ruleid: registry-mutable-reference


def load(name: str):
    return client.pull_prompt(name)  # ok: registry-mutable-reference
