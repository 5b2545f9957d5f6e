"""An agent with its prompt as a constant of the same module."""

import os

from langchain_core.messages import HumanMessage, SystemMessage
from langchain_core.prompts import ChatPromptTemplate, PromptTemplate
from langchain_openai import ChatOpenAI

llm = ChatOpenAI(model=os.environ["CHAT_MODEL"], timeout=30)

# ruleid: prompt-unversioned
SYSTEM_PROMPT = """You are a travel agent for rail journeys in Europe.
Suggest at most three connections, cheapest first.
Ask for the date if the traveller has not named one.
Do not suggest flights."""

RULES = "\n".join([  # ruleid: prompt-unversioned
    "You check travel expenses against the policy of the company.",
    "Quote the paragraph that allows or forbids each item.",
    "When a receipt is missing, say so and stop.",
    "Amounts are in euros unless the receipt says otherwise.",
])

TONE = "Be friendly and brief."

plan_prompt = ChatPromptTemplate.from_messages([
    # ruleid: prompt-unversioned
    ("system", """You plan day trips.
Each plan has a morning, a lunch and an afternoon.
Never plan more than two hours of walking.
Answer in the language of the traveller."""),
    ("user", "{wishes}"),  # ok: prompt-unversioned
])

question_prompt = PromptTemplate.from_template("{context}\n\n{question}\n\n")  # ok: prompt-unversioned


def connect(request: str) -> str:
    return llm.invoke([SystemMessage(content=SYSTEM_PROMPT), HumanMessage(content=request)]).content


def check(receipts: str) -> str:
    return llm.invoke([SystemMessage(content=RULES), HumanMessage(content=receipts)]).content


def greet(name: str) -> str:
    return llm.invoke([SystemMessage(content=TONE), HumanMessage(content=name)]).content  # ok: prompt-unversioned


def plan(wishes: str) -> str:
    return (plan_prompt | llm).invoke({"wishes": wishes}).content


def ask(context: str, question: str) -> str:
    return (question_prompt | llm).invoke({"context": context, "question": question}).content
