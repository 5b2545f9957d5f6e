import gradio as gr

from bot.llm import reply

gr.ChatInterface(reply, type="messages").launch()
