"""A Streamlit script runs from the top at every interaction."""

import streamlit as st
from openai import OpenAI
from sentence_transformers import CrossEncoder, SentenceTransformer

client = OpenAI(timeout=30)  # ruleid: client-per-request
encoder = SentenceTransformer("/models/bge-small")  # ruleid: client-per-request


@st.cache_resource
def reranker() -> CrossEncoder:
    return CrossEncoder("/models/reranker")  # ok: client-per-request


if "judge" not in st.session_state:
    st.session_state.judge = OpenAI(timeout=10)  # ok: client-per-request

if question := st.chat_input("Ask"):
    texts = st.session_state.get("texts", [])
    best = max(texts, key=lambda text: reranker().predict([(question, text)])[0], default="")
    st.write(client.responses.create(model="gpt-4.1-2025-04-14", input=f"{best}\n\n{question}").output_text)
    st.caption(str(encoder.encode(question).shape))
    st.caption(st.session_state.judge.responses.create(model="gpt-4.1-mini-2025-04-14", input=question).output_text)
