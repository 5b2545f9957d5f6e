from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_openai import OpenAIEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

embeddings = OpenAIEmbeddings(model="text-embedding-3-small")
store = Chroma("files", embeddings, persist_directory="db")
handbook = Chroma("handbook", embeddings, persist_directory="db")
splitter = RecursiveCharacterTextSplitter(chunk_size=800)


def add_file(text: str, user_id: str) -> None:
    chunks = splitter.split_documents([Document(page_content=text)])
    for chunk in chunks:
        chunk.metadata["user_id"] = user_id
    store.add_documents(chunks)


def add_page(text: str, page: int) -> None:
    handbook.add_documents([Document(page_content=text, metadata={"page": page})])


def find(question: str):
    return store.similarity_search(question, k=4)  # ruleid: tenant-filter-missing


def find_own(question: str, user_id: str):
    return store.similarity_search(question, k=4, filter={"user_id": user_id})  # ok: tenant-filter-missing


def retriever(user_id: str):
    return store.as_retriever(search_kwargs={"k": 4, "filter": {"user_id": user_id}})  # ok: tenant-filter-missing


def open_retriever():
    return store.as_retriever(search_kwargs={"k": 4})  # ruleid: tenant-filter-missing


def find_in_handbook(question: str):
    return handbook.similarity_search(question, k=4)  # ok: tenant-filter-missing


def find_in_own_store(question: str, user_id: str):
    return Chroma(f"files-{user_id}", embeddings, persist_directory="db").similarity_search(question)  # ok: tenant-filter-missing
