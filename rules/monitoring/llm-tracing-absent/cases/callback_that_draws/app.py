import streamlit as st
from langchain_anthropic import ChatAnthropic
from langchain_community.callbacks import StreamlitCallbackHandler

st.title("Gardening")


@st.cache_resource
def model() -> ChatAnthropic:
    return ChatAnthropic(model="claude-opus-4-8", max_tokens=500, timeout=30)


if question := st.chat_input("Ask about your plants"):
    steps = StreamlitCallbackHandler(st.container())
    st.write(model().invoke(question, config={"callbacks": [steps]}).content)
