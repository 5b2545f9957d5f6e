"""What is filled in advance, optional, from outside, or made on the way."""

from langchain import hub
from langchain_core.prompts import ChatPromptTemplate, MessagesPlaceholder, PromptTemplate
from langchain_core.runnables import RunnablePassthrough
from langchain_openai import ChatOpenAI

llm = ChatOpenAI(model="gpt-4.1-2025-04-14")
LOCALISED = {"de": "Antworte kurz: {question}", "en": "Answer briefly, for {audience}: {question}"}

dated = PromptTemplate(
    template="Today is {today}. {question}",
    input_variables=["question"],
    partial_variables={"today": "Tuesday"},
)
signed = PromptTemplate.from_template("{question}\n\nSign as {name}.").partial(name="Support")
talk = ChatPromptTemplate.from_messages([
    ("system", "You are kind."),
    MessagesPlaceholder("history", optional=True),
    ("placeholder", "{scratchpad}"),
    ("human", "{question}"),
])  # fmt: skip
pulled = hub.pull("rlm/rag-prompt")
rendered = PromptTemplate.from_template("Hello {{ name }}, see {{ order.id }}.", template_format="jinja2")


def filled_before(question: str) -> str:
    return llm.invoke(dated.format(question=question)).content  # ok: prompt-template-variable-mismatch


def filled_later(question: str) -> str:
    return llm.invoke(signed.format(question=question)).content  # ok: prompt-template-variable-mismatch


def optional(question: str) -> str:
    return (talk | llm).invoke({"question": question}).content  # ok: prompt-template-variable-mismatch


def optional_given(question: str, history: list) -> str:
    return (talk | llm).invoke({"question": question, "history": history}).content  # ok: prompt-template-variable-mismatch


def spread(values: dict[str, str]) -> str:
    return llm.invoke(dated.format(**values)).content  # ok: prompt-template-variable-mismatch


def from_outside(values: dict[str, str]) -> str:
    return (talk | llm).invoke(values).content  # ok: prompt-template-variable-mismatch


def assigned_on_the_way(question: str, retriever) -> str:
    template = ChatPromptTemplate.from_template("{context}\n\n{question}")
    chain = RunnablePassthrough.assign(context=retriever) | template | llm
    return chain.invoke({"question": question}).content  # ok: prompt-template-variable-mismatch


def from_registry(question: str) -> str:
    return (pulled | llm).invoke({"question": question}).content  # ok: prompt-template-variable-mismatch


def one_of_several(language: str, question: str) -> str:
    return llm.invoke(LOCALISED[language].format(question=question, audience="children")).content  # ok: prompt-template-variable-mismatch


def other_format(name: str, order: object) -> str:
    return llm.invoke(rendered.format(name=name, order=order)).content  # ok: prompt-template-variable-mismatch


def each_its_own(questions: list[str]) -> list[str]:
    first = ChatPromptTemplate.from_template("Answer: {question}") | llm
    second = ChatPromptTemplate.from_template("Check: {answer}") | llm
    checked = []
    for question in questions:
        values = {"question": question}
        answer = first.invoke(values).content  # ok: prompt-template-variable-mismatch
        values = {"answer": answer}
        checked.append(second.invoke(values).content)  # ok: prompt-template-variable-mismatch
    return checked
