"""Chat models of LangChain: the wrapper hands its own `timeout` on, even where it is None."""

from langchain_anthropic import ChatAnthropic
from langchain_aws import ChatBedrockConverse
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_mistralai import ChatMistralAI
from langchain_ollama import ChatOllama
from langchain_openai import AzureChatOpenAI, ChatOpenAI

prompt = ChatPromptTemplate.from_messages([("system", "Answer in one paragraph."), ("user", "{question}")])

gpt = ChatOpenAI(model="gpt-4.1-2025-04-14", temperature=0)  # ruleid: llm-call-no-timeout
claude = ChatAnthropic(model="claude-opus-4-8", max_tokens=800)  # ruleid: llm-call-no-timeout
local = ChatOllama(model="llama3.1:8b")  # ruleid: llm-call-no-timeout
limited = ChatOpenAI(model="gpt-4.1-2025-04-14", timeout=30, max_retries=2)  # ok: llm-call-no-timeout
azure = AzureChatOpenAI(azure_deployment="support-gpt", api_version="2024-10-21", request_timeout=45)  # ok: llm-call-no-timeout
mistral = ChatMistralAI(model="mistral-large-2512")  # ok: llm-call-no-timeout
bedrock = ChatBedrockConverse(model="anthropic.claude-opus-4-8-v1:0")  # ok: llm-call-no-timeout
local_limited = ChatOllama(model="llama3.1:8b", client_kwargs={"timeout": 60})  # ok: llm-call-no-timeout

chain = prompt | gpt | StrOutputParser()
second = prompt | claude.with_retry(stop_after_attempt=3) | StrOutputParser()


def answer(question: str) -> str:
    return chain.invoke({"question": question})


def second_opinion(question: str) -> str:
    return second.invoke({"question": question})


async def offline(question: str) -> str:
    return (await local.ainvoke(question)).content


def bounded(question: str) -> list[str]:
    return [model.invoke(question).content for model in (limited, azure, mistral, bedrock, local_limited)]
