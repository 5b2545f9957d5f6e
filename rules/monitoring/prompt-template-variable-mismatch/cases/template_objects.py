"""Template classes, alone and in chains."""

from langchain_anthropic import ChatAnthropic
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate, MessagesPlaceholder, PromptTemplate
from llama_index.core.prompts import PromptTemplate as IndexPrompt

llm = ChatAnthropic(model="claude-sonnet-4-5-20250929")

ANSWER = PromptTemplate(
    template="Answer from the context.\n\nContext: {context}\n\nQuestion: {question}",
    input_variables=["context", "question"],
)
# ruleid: prompt-template-variable-mismatch
DROPPED = PromptTemplate(
    template="Answer the question.\n\nQuestion: {question}",
    input_variables=["context", "question"],
)
CHAT = ChatPromptTemplate.from_messages([
    ("system", "You answer questions about {product}."),
    MessagesPlaceholder("history"),
    ("human", "{question}"),
])  # fmt: skip
REPORT = ChatPromptTemplate.from_template('Reply as {{"title": "…"}}.\n\nNotes: {notes}')
BRACES = ChatPromptTemplate.from_template('Reply as {"title": "…"}.\n\nNotes: {notes}')  # ruleid: prompt-template-variable-mismatch
INDEXED = IndexPrompt("Context: {context_str}\nQuestion: {query_str}")

chain = CHAT | llm | StrOutputParser()


def answered(question: str, context: str) -> str:
    return llm.invoke(ANSWER.format(context=context, question=question)).content  # ok: prompt-template-variable-mismatch


def forgotten(question: str) -> str:
    return llm.invoke(ANSWER.format(question=question)).content  # ruleid: prompt-template-variable-mismatch


def chatted(question: str, history: list) -> str:
    return chain.invoke({"product": "boats", "history": history, "question": question})  # ok: prompt-template-variable-mismatch


def without_history(question: str) -> str:
    return chain.invoke({"product": "boats", "question": question})  # ruleid: prompt-template-variable-mismatch


def misspelled(question: str, history: list) -> str:
    messages = CHAT.invoke({"product": "boats", "chat_history": history, "question": question})  # ruleid: prompt-template-variable-mismatch
    return llm.invoke(messages).content


def never_seen(notes: str, tone: str) -> str:
    # ruleid: prompt-template-variable-mismatch
    return (REPORT | llm).invoke({"notes": notes, "tone": tone}).content


def indexed(question: str, passages: list[str]) -> str:
    return INDEXED.format(context_str="\n".join(passages), query_str=question)  # ok: prompt-template-variable-mismatch


def indexed_by_other_names(question: str, passages: list[str]) -> str:
    return INDEXED.format(context="\n".join(passages), query_str=question)  # ruleid: prompt-template-variable-mismatch


def mapped(retriever) -> object:
    return {"context": retriever, "question": lambda text: text} | ANSWER | llm  # ok: prompt-template-variable-mismatch


def mapped_in_part(retriever) -> object:
    return {"context": retriever} | ANSWER | llm  # ruleid: prompt-template-variable-mismatch
