import streamlit as st
from langfuse import get_client, observe
from openai import OpenAI

from ratings import keep

client = OpenAI(timeout=30)


@observe()
def ask(question: str) -> tuple[str, str]:
    reply = client.responses.create(model="gpt-4.1-2025-04-14", input=question)
    return reply.output_text, get_client().get_current_trace_id()


if question := st.chat_input("Ask"):
    text, trace = ask(question)
    st.chat_message("assistant").write(text)
    if (stars := st.feedback("stars")) is not None:
        keep(trace, stars)
