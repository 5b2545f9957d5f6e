import streamlit as st
from langchain_openai import ChatOpenAI

llm = ChatOpenAI(model="gpt-4.1-2025-04-14", timeout=30)

if question := st.chat_input("Ask"):
    st.chat_message("assistant").write(llm.invoke(question).content)
