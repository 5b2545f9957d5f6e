"""Conversations that are kept and sent whole."""

import streamlit as st
from anthropic import Anthropic
from langchain_community.document_loaders import PyPDFLoader
from openai import OpenAI

client = OpenAI()
claude = Anthropic()
SESSIONS: dict[str, list[dict]] = {}


class Assistant:
    def __init__(self) -> None:
        self.history: list[dict] = []

    def answer(self, question: str) -> str:
        self.history.append({"role": "user", "content": question})
        # ruleid: prompt-budget-unbounded
        reply = claude.messages.create(model="claude-sonnet-4-5-20250929", max_tokens=500, messages=self.history)
        text = reply.content[0].text
        self.history.append({"role": "assistant", "content": text})
        return text


def by_session(session: str, question: str) -> str:
    SESSIONS[session].append({"role": "user", "content": question})
    messages = [{"role": "system", "content": "You are brief."}] + SESSIONS[session]
    reply = client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages)  # ruleid: prompt-budget-unbounded
    return reply.choices[0].message.content


def page() -> None:
    if question := st.chat_input():
        st.session_state.messages.append({"role": "user", "content": question})
        messages = [{"role": m["role"], "content": m["content"]} for m in st.session_state["messages"]]
        reply = client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages)  # ruleid: prompt-budget-unbounded
        st.session_state.messages.append({"role": "assistant", "content": reply.choices[0].message.content})


def summary(path: str) -> str:
    text = "\n".join(page.page_content for page in PyPDFLoader(path).load())
    message = {"role": "user", "content": f"Summarise this contract:\n\n{text}"}  # ruleid: prompt-budget-unbounded
    return client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=[message]).choices[0].message.content
