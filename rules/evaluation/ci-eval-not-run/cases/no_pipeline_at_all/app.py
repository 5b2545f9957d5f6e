import streamlit as st
from openai import OpenAI


@st.cache_resource
def client() -> OpenAI:
    return OpenAI(timeout=30)


def answer(question: str) -> str:
    return client().responses.create(model="gpt-4.1-2025-04-14", input=question).output_text


if question := st.chat_input("Ask"):
    st.write(answer(question))
