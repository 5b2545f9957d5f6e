from fastapi import FastAPI
from langchain_openai import OpenAIEmbeddings
from langchain_postgres import PGVector

app = FastAPI()
store = PGVector(embeddings=OpenAIEmbeddings(), collection_name="docs", connection="postgresql://db/app")


@app.get("/search")
def search(q: str):
    return store.similarity_search(q)
