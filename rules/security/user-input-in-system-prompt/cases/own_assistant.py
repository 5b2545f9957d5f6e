"""A local playground: whoever runs it also writes the instructions."""

import argparse

import streamlit as st
from langchain_core.messages import HumanMessage, SystemMessage
from langchain_openai import ChatOpenAI

parser = argparse.ArgumentParser()
parser.add_argument("--style", default="plain")
options = parser.parse_args()

instructions = st.sidebar.text_area("System prompt", value="You are helpful.")
topic = st.text_input("What is the conversation about?")
question = st.chat_input("Ask")
model = ChatOpenAI(model="gpt-4.1-mini", timeout=30)

if question:
    own = SystemMessage(content=instructions)  # ok: user-input-in-system-prompt
    st.write(model.invoke([own, HumanMessage(content=question)]).content)

    styled = SystemMessage(content=f"Answer in {options.style} style.")  # ok: user-input-in-system-prompt
    st.write(model.invoke([styled, HumanMessage(content=question)]).content)

    about = SystemMessage(content=f"You only talk about {topic}.")  # ruleid: user-input-in-system-prompt
    st.write(model.invoke([about, HumanMessage(content=question)]).content)
