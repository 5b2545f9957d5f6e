from langchain_openai import ChatOpenAI

primary = ChatOpenAI(model="gpt-4.1-2025-04-14", timeout=30)
secondary = ChatOpenAI(model="gpt-4.1-mini-2025-04-14", timeout=30)
model = primary.with_fallbacks([secondary])
