from fastapi import FastAPI

from rag.index import build_index

app = FastAPI()


@app.on_event("startup")
async def load() -> None:
    app.state.index = build_index()


@app.get("/search")
def search(q: str):
    return app.state.index.similarity_search(q)
