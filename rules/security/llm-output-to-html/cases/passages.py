"""What retrieval found, shown beside the answer."""

import gradio as gr
import streamlit as st
from django.utils.safestring import mark_safe
from langchain_chroma import Chroma
from langchain_openai import ChatOpenAI, OpenAIEmbeddings

store = Chroma(collection_name="manuals", embedding_function=OpenAIEmbeddings(model="text-embedding-3-small"), persist_directory="store")
llm = ChatOpenAI(model="gpt-4.1-2025-04-14", temperature=0, timeout=60)


def show(question: str) -> None:
    for document in store.similarity_search(question, k=3):
        st.markdown(f"<blockquote>{document.page_content}</blockquote>", unsafe_allow_html=True)  # ruleid: llm-output-to-html
        st.caption(document.page_content)  # ok: llm-output-to-html


def highlighted(question: str) -> str:
    sentence = llm.invoke(f"Which sentence answers this? {question}").content
    return mark_safe(f"<mark>{sentence}</mark>")  # ruleid: llm-output-to-html


def greeting(name: str) -> str:
    return mark_safe(f"<b>Hello {name}</b>")  # ok: llm-output-to-html


with gr.Blocks() as demo:
    gr.HTML("<h2>Manuals</h2>")  # ok: llm-output-to-html
    gr.HTML(llm.invoke("Greet the user in one line of HTML.").content)  # ruleid: llm-output-to-html
