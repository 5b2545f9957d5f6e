import streamlit as st
from langchain_anthropic import ChatAnthropic
from langchain_chroma import Chroma
from langchain_huggingface import HuggingFaceEmbeddings

llm = ChatAnthropic(model="claude-sonnet-4-5-20250929", timeout=30)
store = Chroma(persist_directory="index", embedding_function=HuggingFaceEmbeddings(model_name="BAAI/bge-small-en-v1.5"))

question = st.chat_input("Ask the handbook")
if question:
    pages = store.similarity_search(question, k=4)
    context = "\n\n".join(page.page_content for page in pages)
    st.write(llm.invoke([("system", f"Answer from this only:\n{context}"), ("user", question)]).content)
