import streamlit as st

from desk.clean import as_html
from desk.llm import answer

if question := st.chat_input("Ask"):
    st.markdown(as_html(answer(question)), unsafe_allow_html=True)
