from langchain_ollama import ChatOllama

primary = ChatOllama(model="llama3.1:8b", client_kwargs={"timeout": 60})  # ok: llm-call-no-retry
