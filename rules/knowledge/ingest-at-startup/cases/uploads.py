import streamlit as st
from langchain_community.document_loaders import PyPDFDirectoryLoader, PyPDFLoader
from langchain_community.vectorstores import FAISS
from langchain_openai import OpenAIEmbeddings

embeddings = OpenAIEmbeddings(model="text-embedding-3-small")
uploaded = st.file_uploader("Your document", type="pdf")


def index(file):
    with open("document.pdf", "wb") as target:
        target.write(file.read())
    return FAISS.from_documents(PyPDFLoader("document.pdf").load(), embeddings)  # ok: ingest-at-startup


def index_folder():
    return FAISS.from_documents(PyPDFDirectoryLoader("uploads").load(), embeddings)  # ok: ingest-at-startup


def index_papers():
    return FAISS.from_documents(PyPDFDirectoryLoader("papers").load(), embeddings)  # ruleid: ingest-at-startup


if uploaded:
    store = index(uploaded)
    st.write(store.similarity_search(st.text_input("Question")))
    st.write(index_folder().similarity_search("summary"), index_papers().similarity_search("summary"))
