"""A chat on a page."""

import html

import markdown
import nh3
import streamlit as st
import streamlit.components.v1 as components
from openai import OpenAI

client = OpenAI(timeout=60)
STYLE = "<style>.answer { color: #333 }</style>"
BOT = '<div class="answer">{{MESSAGE}}</div>'


def reply(question: str) -> str:
    answer = client.responses.create(model="gpt-4.1-2025-04-14", instructions="Answer briefly.", input=question)
    return answer.output_text


st.markdown(STYLE, unsafe_allow_html=True)  # ok: llm-output-to-html
question = st.chat_input("Ask")
if question:
    answer = reply(question)
    st.markdown(f"<div class='answer'>{answer}</div>", unsafe_allow_html=True)  # ruleid: llm-output-to-html
    st.write(BOT.replace("{{MESSAGE}}", answer), unsafe_allow_html=True)  # ruleid: llm-output-to-html
    st.markdown(answer)  # ok: llm-output-to-html
    st.write(answer)  # ok: llm-output-to-html
    st.markdown(answer, unsafe_allow_html=False)  # ok: llm-output-to-html
    st.markdown(f"<div>{html.escape(answer)}</div>", unsafe_allow_html=True)  # ok: llm-output-to-html
    st.markdown(f"<b>{len(answer)} characters</b>", unsafe_allow_html=True)  # ok: llm-output-to-html
    components.html(markdown.markdown(answer), height=300)  # ruleid: llm-output-to-html
    components.html(nh3.clean(markdown.markdown(answer)), height=300)  # ok: llm-output-to-html
    st.sidebar.markdown(f"<i>{answer.replace('<', '&lt;')}</i>", unsafe_allow_html=True)  # ok: llm-output-to-html
