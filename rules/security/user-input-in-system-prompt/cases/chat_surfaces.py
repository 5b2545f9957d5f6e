"""The same assistant in a chat, a bot and a function of a cloud."""

import json
from datetime import date

import chainlit as cl
import discord
from google import genai
from google.genai import types

client = genai.Client()
bot = discord.Client(intents=discord.Intents.default())
MODEL = "gemini-2.5-flash"


@cl.on_message
async def answer(message: cl.Message):
    config = types.GenerateContentConfig(system_instruction=f"Today is {date.today()}. You are a librarian.")
    reply = await client.aio.models.generate_content(model=MODEL, contents=message.content, config=config)  # ok: user-input-in-system-prompt
    await cl.Message(content=reply.text).send()


@bot.event
async def on_message(message):
    config = types.GenerateContentConfig(system_instruction=f"You are a librarian. Somebody asked: {message.content}")
    reply = await client.aio.models.generate_content(model=MODEL, contents="Answer.", config=config)  # ruleid: user-input-in-system-prompt
    await message.channel.send(reply.text)


def lambda_handler(event, context):
    body = json.loads(event["body"])
    config = types.GenerateContentConfig(system_instruction="You are a " + body["profession"])
    reply = client.models.generate_content(model=MODEL, contents=body["question"], config=config)  # ruleid: user-input-in-system-prompt
    return {"statusCode": 200, "body": reply.text}
