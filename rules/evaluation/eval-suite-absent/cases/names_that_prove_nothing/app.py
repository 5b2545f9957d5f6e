import streamlit as st
from anthropic import Anthropic

from prompts import SYSTEM


@st.cache_resource
def client() -> Anthropic:
    return Anthropic(timeout=60)


def evaluate(text: str) -> str:
    """Let the model evaluate a contract."""
    reply = client().messages.create(model="claude-opus-4-8", max_tokens=900, system=SYSTEM, messages=[{"role": "user", "content": text}])
    return reply.content[0].text


st.title("Contract check")
if text := st.chat_input("Paste a clause"):
    st.write(evaluate(text))
