from fastapi import FastAPI
from langchain_chroma import Chroma
from langchain_openai import OpenAIEmbeddings

app = FastAPI()
store = Chroma(
    collection_name="handbook",
    embedding_function=OpenAIEmbeddings(model="text-embedding-3-small"),
    persist_directory="./chroma",
)


@app.get("/search")
def search(q: str):
    return store.similarity_search(q, k=4)
