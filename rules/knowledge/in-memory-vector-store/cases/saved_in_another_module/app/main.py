from fastapi import FastAPI

from app.stores import store

app = FastAPI()


@app.get("/search")
def search(question: str) -> list[str]:
    return [document.page_content for document in store().similarity_search(question)]
