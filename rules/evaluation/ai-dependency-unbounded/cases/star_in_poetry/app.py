from fastapi import FastAPI
from llama_index.core import SimpleDirectoryReader, VectorStoreIndex

app = FastAPI()
engine = VectorStoreIndex.from_documents(SimpleDirectoryReader("docs").load_data()).as_query_engine()


@app.get("/answer")
def answer(question: str) -> str:
    return str(engine.query(question))
