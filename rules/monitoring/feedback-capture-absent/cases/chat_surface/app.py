import streamlit as st
from openai import OpenAI

client = OpenAI(timeout=30)
SYSTEM = "Ask for feedback at the end of each answer."

# feedback is welcome by mail
if question := st.chat_input("Ask"):
    reply = client.responses.create(model="gpt-4.1-2025-04-14", instructions=SYSTEM, input=question)
    st.chat_message("assistant").write(reply.output_text)
