import chainlit as cl
from langchain_anthropic import ChatAnthropic

llm = ChatAnthropic(model="claude-opus-4-8", max_tokens=600, timeout=30)


async def answer(question: str) -> str:
    return (await llm.ainvoke(question)).content


@cl.on_message
async def on_message(message: cl.Message) -> None:
    await cl.Message(content=await answer(message.content)).send()
