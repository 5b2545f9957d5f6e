import streamlit as st
from langchain_community.vectorstores import FAISS
from langchain_openai import OpenAIEmbeddings

from chunks import split
from pages import text_of

files = st.file_uploader("PDFs", accept_multiple_files=True)
if st.button("Read") and files:
    # ruleid: chunk-metadata-dropped
    st.session_state.store = FAISS.from_texts(texts=split(text_of(files)), embedding=OpenAIEmbeddings(model="text-embedding-3-small"))
