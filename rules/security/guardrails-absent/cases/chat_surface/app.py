import gradio as gr
from google import genai
from google.genai import types

client = genai.Client(http_options=types.HttpOptions(timeout=30_000))


def reply(message: str, history: list) -> str:
    chat = client.chats.create(model="gemini-2.5-flash-lite", history=[])
    return chat.send_message(message).text


gr.ChatInterface(reply).launch()
