"""A service whose stores live as long as its process."""

import chromadb
import faiss
from fastapi import FastAPI
from langchain_anthropic import ChatAnthropic
from langchain_chroma import Chroma
from langchain_community.vectorstores import DocArrayInMemorySearch
from langchain_core.vectorstores import InMemoryVectorStore
from langchain_openai import OpenAIEmbeddings
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.prebuilt import create_react_agent
from qdrant_client import QdrantClient

app = FastAPI()
embeddings = OpenAIEmbeddings(model="text-embedding-3-small")

ephemeral = chromadb.Client()  # ruleid: in-memory-vector-store
named_so = chromadb.EphemeralClient()  # ruleid: in-memory-vector-store
no_folder = Chroma("docs", embeddings)  # ruleid: in-memory-vector-store
qdrant = QdrantClient(":memory:")  # ruleid: in-memory-vector-store
in_memory = InMemoryVectorStore(embeddings)  # ruleid: in-memory-vector-store
flat = faiss.IndexFlatIP(1536)  # ruleid: in-memory-vector-store
llm = ChatAnthropic(model="claude-opus-4-8", max_tokens=500, timeout=30)
agent = create_react_agent(llm, tools=[], checkpointer=InMemorySaver())  # ruleid: in-memory-vector-store


def search(texts: list[str], question: str) -> list[str]:
    store = DocArrayInMemorySearch.from_texts(texts, embeddings)  # ruleid: in-memory-vector-store
    return [document.page_content for document in store.similarity_search(question)]


@app.post("/chat/{thread}")
def chat(thread: str, text: str) -> str:
    state = agent.invoke({"messages": [("user", text)]}, {"configurable": {"thread_id": thread}})
    return state["messages"][-1].content
