"""Documents in parts, or not too much of them."""

from langchain_community.document_loaders import PyPDFLoader
from langchain_text_splitters import RecursiveCharacterTextSplitter
from openai import OpenAI

client = OpenAI()
splitter = RecursiveCharacterTextSplitter(chunk_size=2000, chunk_overlap=0)


def ask(prompt: str) -> str:
    message = {"role": "user", "content": prompt}  # ok: prompt-budget-unbounded
    return client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=[message]).choices[0].message.content


def summaries(path: str) -> list[str]:
    return [ask(f"Summarise: {chunk.page_content}") for chunk in splitter.split_documents(PyPDFLoader(path).load())]


def beginning(path: str) -> str:
    text = "\n".join(page.page_content for page in PyPDFLoader(path).load())
    return ask(f"What is this about? {text[:4000]}")
