"""What looks like a key and is none: placeholders, local servers, secrets read from outside, labels, public keys."""

import os

import streamlit as st
from anthropic import Anthropic
from openai import OpenAI
from posthog import Posthog

api_key_label = "OpenAI API Key"  # ok: hardcoded-llm-api-key
os.environ["TOKENIZERS_PARALLELISM"] = "false"  # ok: hardcoded-llm-api-key
os.environ["OPENAI_API_KEY"] = st.secrets["openai_api_key"]  # ok: hardcoded-llm-api-key

with st.sidebar:
    own_key = st.text_input(api_key_label, key="chatbot_api_key", type="password")  # ok: hardcoded-llm-api-key

placeholder = OpenAI(api_key="YOUR_API_KEY")  # ok: hardcoded-llm-api-key
dots = OpenAI(api_key="sk-...")  # ok: hardcoded-llm-api-key
crosses = Anthropic(api_key="sk-ant-xxxxxxxxxxxxxxxxxxxx")  # ok: hardcoded-llm-api-key
brackets = OpenAI(api_key="<your-openai-key>")  # ok: hardcoded-llm-api-key
studio = OpenAI(base_url="http://localhost:1234/v1", api_key="lm-studio")  # ok: hardcoded-llm-api-key
ollama = OpenAI(base_url="http://127.0.0.1:11434/v1", api_key="ollama")  # ok: hardcoded-llm-api-key
vllm = OpenAI(base_url="http://vllm:8000/v1", api_key="EMPTY")  # ok: hardcoded-llm-api-key
from_env = OpenAI(api_key=os.environ["OPENAI_API_KEY"])  # ok: hardcoded-llm-api-key
empty = OpenAI(api_key=os.getenv("OPENAI_API_KEY", ""))  # ok: hardcoded-llm-api-key
brought = OpenAI(api_key=own_key)  # ok: hardcoded-llm-api-key
analytics = Posthog("phc_publishableProjectKeyOfOurSite", host="https://eu.posthog.com")  # ok: hardcoded-llm-api-key


def ask(question: str) -> str:
    if not own_key.startswith("sk-"):  # ok: hardcoded-llm-api-key
        st.error("That is no OpenAI key.")
        st.stop()
    analytics.capture("asked", distinct_id="anonymous")
    return brought.responses.create(model="gpt-4.1-2025-04-14", input=question).output_text
