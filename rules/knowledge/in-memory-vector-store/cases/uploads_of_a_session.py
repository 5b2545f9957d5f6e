"""An index of one user's upload, kept for the session: a restart loses it."""

import streamlit as st
from langchain_community.vectorstores import FAISS
from langchain_openai import OpenAIEmbeddings
from pypdf import PdfReader

upload = st.file_uploader("Your PDF", type="pdf")
if upload and "store" not in st.session_state:
    pages = [page.extract_text() for page in PdfReader(upload).pages]
    metadatas = [{"page": number} for number, _ in enumerate(pages, 1)]
    # ruleid: in-memory-vector-store
    st.session_state.store = FAISS.from_texts(pages, OpenAIEmbeddings(model="text-embedding-3-small"), metadatas=metadatas)

if question := st.chat_input("Ask about your PDF"):
    for document in st.session_state.store.similarity_search(question):
        st.write(document.page_content)
