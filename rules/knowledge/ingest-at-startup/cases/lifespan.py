from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, UploadFile
from langchain_chroma import Chroma
from langchain_community.document_loaders import DirectoryLoader, PyPDFLoader
from langchain_openai import OpenAIEmbeddings

embeddings = OpenAIEmbeddings(model="text-embedding-3-small")
state = {}


@asynccontextmanager
async def lifespan(app: FastAPI):
    documents = DirectoryLoader("docs").load()
    state["store"] = Chroma.from_documents(documents, embeddings, persist_directory="db")  # ruleid: ingest-at-startup
    yield


app = FastAPI(lifespan=lifespan)


@app.on_event("startup")
def fill_if_empty():
    if not Path("other").exists():
        Chroma.from_documents(DirectoryLoader("docs").load(), embeddings, persist_directory="other")  # ok: ingest-at-startup


@app.post("/documents")
async def add_document(file: UploadFile):
    path = Path("/tmp") / file.filename
    path.write_bytes(await file.read())
    Chroma("uploads", embeddings, persist_directory="db").add_documents(PyPDFLoader(str(path)).load())  # ok: ingest-at-startup
    return {"stored": True}


@app.get("/ask")
def ask(q: str):
    return state["store"].similarity_search(q)
