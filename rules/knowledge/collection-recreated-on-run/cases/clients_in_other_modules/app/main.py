from fastapi import FastAPI

from app.store import Store

app = FastAPI()
store = Store("http://qdrant:6333", "docs")
store.prepare()
