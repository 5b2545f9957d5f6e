import streamlit as st
from langchain_community.document_loaders import TextLoader
from langchain_community.vectorstores import FAISS
from langchain_openai import OpenAIEmbeddings

embeddings = OpenAIEmbeddings(model="text-embedding-3-small")
documents = TextLoader("state_of_the_union.txt").load()
store = FAISS.from_documents(documents, embeddings)  # ruleid: ingest-at-startup


@st.cache_resource
def cached_store():
    return FAISS.from_documents(TextLoader("faq.txt").load(), embeddings)  # ok: ingest-at-startup


question = st.chat_input("Ask the speech")
if question:
    st.write(store.similarity_search(question))
    st.write(cached_store().similarity_search(question))
