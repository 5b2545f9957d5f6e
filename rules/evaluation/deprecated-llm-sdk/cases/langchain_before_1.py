"""Imports that langchain 1.0 has moved or dropped."""

from langchain.chains import LLMChain  # ruleid: deprecated-llm-sdk
from langchain.chat_models import ChatOpenAI  # ruleid: deprecated-llm-sdk
from langchain.vectorstores import FAISS  # ruleid: deprecated-llm-sdk
from langchain_core.prompts import PromptTemplate  # ok: deprecated-llm-sdk
from langchain_openai import OpenAIEmbeddings  # ok: deprecated-llm-sdk
from langgraph.prebuilt import create_react_agent  # ok: deprecated-llm-sdk

llm = ChatOpenAI(temperature=0)
chain = LLMChain(llm=llm, prompt=PromptTemplate.from_template("{context}\n{question}"))
agent = create_react_agent(llm, tools=[])


def answer(question: str) -> str:
    store = FAISS.load_local("index", OpenAIEmbeddings())
    context = "\n".join(document.page_content for document in store.similarity_search(question))
    return chain.run(context=context, question=question)
