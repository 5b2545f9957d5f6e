from langchain_openai import ChatOpenAI
from langchain_core.prompts import ChatPromptTemplate

MODEL = "gpt-5.2-2025-12-11"
llm = ChatOpenAI(model=MODEL, temperature=0.7, timeout=30)
prompt = ChatPromptTemplate.from_messages([("system", "You answer in one sentence. Say so if you do not know."), ("user", "{question}")])
chain = prompt | llm


def answer(question: str) -> str:
    return chain.invoke({"question": question}).content
