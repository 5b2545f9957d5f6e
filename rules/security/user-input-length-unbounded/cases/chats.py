"""Chats: a field of a page with and without a limit, and a service that limits its messages."""

import streamlit as st
from langchain_openai import ChatOpenAI
from telegram.ext import Application, MessageHandler, filters

model = ChatOpenAI(model="gpt-4.1-mini", timeout=30)

if question := st.chat_input("Ask", max_chars=1000):  # ok: user-input-length-unbounded
    st.write(model.invoke(question).content)

if essay := st.text_area("Essay"):  # ruleid: user-input-length-unbounded
    st.write(model.invoke(f"Correct this essay: {essay}").content)


async def answer(update, context):  # ok: user-input-length-unbounded
    reply = await model.ainvoke(update.message.text)
    await update.message.reply_text(reply.content)


def handler(event, context):  # ok: user-input-length-unbounded
    return [model.invoke(record["body"]).content for record in event["Records"]]


def main() -> None:
    bot = Application.builder().token("from the environment").build()
    bot.add_handler(MessageHandler(filters.TEXT, answer))
    bot.run_polling()
