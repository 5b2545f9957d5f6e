"""The nearest passages, whatever they are."""

import chromadb
from langchain.chains import ConversationalRetrievalChain
from langchain_chroma import Chroma
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import RunnablePassthrough
from langchain_openai import ChatOpenAI, OpenAIEmbeddings
from openai import OpenAI

store = Chroma("docs", OpenAIEmbeddings(model="text-embedding-3-small"), "/data/chroma")
llm = ChatOpenAI(model="gpt-4.1-2025-04-14")
client = OpenAI()
collection = chromadb.PersistentClient("/data/chroma").get_collection("docs")
prompt = ChatPromptTemplate.from_template("Context: {context}\n\nQuestion: {question}")


def chain() -> ConversationalRetrievalChain:
    return ConversationalRetrievalChain.from_llm(llm=llm, retriever=store.as_retriever())  # ruleid: similarity-threshold-missing


def piped(question: str) -> str:
    retriever = store.as_retriever(search_kwargs={"k": 6})  # ruleid: similarity-threshold-missing
    steps = {"context": retriever | joined, "question": RunnablePassthrough()} | prompt | llm | StrOutputParser()
    return steps.invoke(question)


def joined(documents: list) -> str:
    return "\n\n".join(document.page_content for document in documents)


def searched(question: str) -> str:
    documents = store.similarity_search(question, k=5)  # ruleid: similarity-threshold-missing
    context = "\n\n".join(document.page_content for document in documents)
    return llm.invoke(f"Context: {context}\n\nQuestion: {question}").content


def queried(question: str) -> str:
    found = collection.query(query_texts=[question], n_results=5)  # ruleid: similarity-threshold-missing
    messages = [{"role": "user", "content": f"Context: {found['documents']}\n\nQuestion: {question}"}]
    return client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages).choices[0].message.content
