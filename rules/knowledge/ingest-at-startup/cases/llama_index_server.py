from flask import Flask, request
from llama_index.core import SimpleDirectoryReader, VectorStoreIndex

app = Flask(__name__)


def build():
    return VectorStoreIndex.from_documents(SimpleDirectoryReader("./data").load_data())  # ruleid: ingest-at-startup


engine = build().as_query_engine()


@app.get("/ask")
def ask():
    return str(engine.query(request.args["q"]))
