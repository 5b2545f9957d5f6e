"""The only callback draws the steps for the user."""

import streamlit as st
from langchain_community.callbacks import StreamlitCallbackHandler
from langchain_core.output_parsers import StrOutputParser
from langchain_google_genai import ChatGoogleGenerativeAI

llm = ChatGoogleGenerativeAI(model="gemini-2.5-flash-lite", temperature=0.2, timeout=30)
chain = llm | StrOutputParser()

if question := st.chat_input("What do you want to know?"):
    with st.chat_message("assistant"):
        steps = StreamlitCallbackHandler(st.container())
        st.write(chain.invoke(question, config={"callbacks": [steps]}))  # ruleid: token-usage-discarded
