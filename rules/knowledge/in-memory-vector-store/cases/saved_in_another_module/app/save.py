from langchain_community.vectorstores import FAISS

FOLDER = "/data/index"


def save(store: FAISS) -> None:
    store.save_local(FOLDER)
