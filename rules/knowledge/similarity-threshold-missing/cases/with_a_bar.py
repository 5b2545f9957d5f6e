"""Bars of many kinds."""

import chromadb
from langchain.tools.retriever import create_retriever_tool
from langchain_chroma import Chroma
from langchain_core.prompts import ChatPromptTemplate
from langchain_mistralai import ChatMistralAI, MistralAIEmbeddings
from langchain_core.tools import tool

store = Chroma("docs", MistralAIEmbeddings(model="mistral-embed-2312"), "/data/chroma")
llm = ChatMistralAI(model="mistral-medium-2505")
collection = chromadb.PersistentClient("/data/chroma").get_collection("docs")
prompt = ChatPromptTemplate.from_template("Context: {context}\n\nQuestion: {question}")


def by_score(question: str) -> str:
    # ok: similarity-threshold-missing
    retriever = store.as_retriever(search_type="similarity_score_threshold", search_kwargs={"score_threshold": 0.4, "k": 8})
    return ({"context": retriever, "question": lambda text: text} | prompt | llm).invoke(question).content


def by_diversity(question: str) -> str:
    retriever = store.as_retriever(search_type="mmr")  # ok: similarity-threshold-missing
    return ({"context": retriever, "question": lambda text: text} | prompt | llm).invoke(question).content


def just_one(question: str) -> str:
    documents = store.similarity_search(question, k=1)  # ok: similarity-threshold-missing
    return llm.invoke(f"Context: {documents[0].page_content}\n\nQuestion: {question}").content


def or_nothing(question: str) -> str:
    documents = store.similarity_search(question, k=5)  # ok: similarity-threshold-missing
    if not documents:
        return "I found nothing about that."
    context = "\n\n".join(document.page_content for document in documents)
    return llm.invoke(f"Context: {context}\n\nQuestion: {question}").content


def compared(question: str) -> str:
    found = store.similarity_search_with_score(question, k=5)  # ok: similarity-threshold-missing
    context = "\n\n".join(document.page_content for document, distance in found if distance < 0.8)
    return llm.invoke(f"Context: {context}\n\nQuestion: {question}").content


def near_ones(question: str) -> str:
    found = collection.query(query_texts=[question], n_results=5)  # ok: similarity-threshold-missing
    near = [text for text, distance in zip(found["documents"][0], found["distances"][0]) if distance < 0.5]
    return llm.invoke(f"Context: {near}\n\nQuestion: {question}").content


lookup = create_retriever_tool(store.as_retriever(), "lookup", "Looks up the handbook.")  # ok: similarity-threshold-missing


@tool
def handbook(question: str) -> str:
    """Looks something up in the handbook."""
    documents = store.similarity_search(question, k=5)  # ok: similarity-threshold-missing
    return llm.invoke(f"Summarise: {documents}").content


def similar_titles(question: str) -> list[str]:
    return [document.metadata["title"] for document in store.similarity_search(question, k=5)]  # ok: similarity-threshold-missing
