"""Retrieved pages and a prompt: as a value, and as the template."""

from langchain_chroma import Chroma
from langchain_core.prompts import PromptTemplate
from langchain_openai import ChatOpenAI, OpenAIEmbeddings

store = Chroma(embedding_function=OpenAIEmbeddings(model="text-embedding-3-small"), persist_directory="index")
model = ChatOpenAI(model="gpt-4.1-mini", timeout=30)
QUESTION = PromptTemplate.from_template("Pages: {pages}\nQuestion: {question}")  # ok: prompt-template-injection


def pages(question: str) -> str:
    return "\n\n".join(page.page_content for page in store.similarity_search(question, k=3))


def answer(question: str) -> str:
    return model.invoke(QUESTION.format(pages=pages(question), question=question)).content


def answer_hastily(question: str) -> str:
    prompt = PromptTemplate.from_template("Pages: " + pages(question) + "\nQuestion: {question}")  # ruleid: prompt-template-injection
    return model.invoke(prompt.format(question=question)).content
