import streamlit as st
from openai import OpenAI

client = OpenAI(timeout=20)
INSTRUCTIONS = """You help tenants to understand their lease.
Quote the clause that you rely on.
Never give advice on what to sign.
Answer in the language of the question."""

question = st.chat_input("What would you like to know?")
if question:
    answer = client.chat.completions.create(
        model="gpt-4.1-2025-04-14",
        messages=[{"role": "system", "content": INSTRUCTIONS}, {"role": "user", "content": question}],
    )
    st.write(answer.choices[0].message.content)
