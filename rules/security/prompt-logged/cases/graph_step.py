"""A step of a graph: the state that holds the conversation, and what else it holds."""

from typing import TypedDict

import structlog
from langchain_anthropic import ChatAnthropic
from langchain_core.prompts import ChatPromptTemplate
from langgraph.graph import StateGraph
from opentelemetry import trace

log = structlog.get_logger()
tracer = trace.get_tracer(__name__)
llm = ChatAnthropic(model="claude-opus-4-8", max_tokens=800, timeout=60)
PROMPT = ChatPromptTemplate.from_messages([("system", "Answer in {language}."), ("human", "{question}")])
chain = PROMPT | llm


class State(TypedDict):
    messages: list
    thread: str


def answer(state: State) -> dict[str, list]:
    log.info("step", thread=state["thread"], count=len(state["messages"]))  # ok: prompt-logged
    log.info("step", messages=state["messages"])  # ruleid: prompt-logged
    log.info("step", state=state)  # ruleid: prompt-logged
    reply = llm.invoke(state["messages"])
    log.info("roles", roles=[message["role"] for message in state["messages"]])  # ok: prompt-logged
    return {"messages": [reply]}


def translate(question: str, language: str) -> str:
    with tracer.start_as_current_span("translate") as span:
        span.set_attribute("language", language)  # ok: prompt-logged
        span.set_attribute("question", question)  # ruleid: prompt-logged
        reply = chain.invoke({"question": question, "language": language})
        span.set_attribute("answer", reply.content)  # ruleid: prompt-logged
    return reply.content


graph = StateGraph(State)
graph.add_node("answer", answer)
