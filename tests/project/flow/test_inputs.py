"""What somebody outside sent: requests of web frameworks, messages of chats and bots, events of platforms; and what was not sent."""

from __future__ import annotations

import pytest

from tests.linked import linked, marked, marked_argument, traced

FASTAPI = (
    "from fastapi import FastAPI, Request, Depends, Body, UploadFile, WebSocket, BackgroundTasks\nfrom pydantic import BaseModel\napp = FastAPI()\n"
)
FLASK = "from flask import Flask, request\napp = Flask(__name__)\n"
BODY = f"{FASTAPI}class Ask(BaseModel):\n    text: str\n    count: int = 3\n"
CASES = {
    "a body's field": f"{BODY}@app.post('/ask')\nasync def ask(body: Ask):  # from: untrusted\n    sink(body.text)\n",
    "a body's number": f"{BODY}@app.post('/ask')\nasync def ask(body: Ask):\n    sink(body.count)\n",
    "a whole body": f"{BODY}@app.post('/ask')\nasync def ask(body: Ask):  # from: untrusted\n    sink(body.model_dump()['text'])\n",
    "a nested field": (
        f"{BODY}class Many(BaseModel):\n    asks: list[Ask]\n@app.post('/ask')\nasync def ask(body: Many):  # from: untrusted\n"
        "    sink(body.asks[-1].text)\n"
    ),
    "a nested number": (
        f"{BODY}class Many(BaseModel):\n    asks: list[Ask]\n@app.post('/ask')\nasync def ask(body: Many):\n    sink(body.asks[-1].count)\n"
    ),
    "a nested field, one by one": (
        f"{BODY}class Many(BaseModel):\n    asks: list[Ask]\n@app.post('/ask')\nasync def ask(body: Many):  # from: untrusted\n"
        "    for one in body.asks:\n        sink(one.text)\n"
    ),
    "a query parameter": f"{FASTAPI}@app.get('/ask')\ndef ask(q: str | None = None):  # from: untrusted\n    sink(q)\n",
    "a body parameter": f"{FASTAPI}@app.post('/ask')\ndef ask(q: str = Body(...)):  # from: untrusted\n    sink(q)\n",
    "a number": f"{FASTAPI}@app.get('/ask')\ndef ask(n: int = 1):\n    sink(n)\n",
    "a closed choice": f"{FASTAPI}from typing import Literal\n@app.get('/ask')\ndef ask(tone: Literal['kind', 'dry'] = 'dry'):\n    sink(tone)\n",
    "a member of an enumeration": (
        f"{FASTAPI}from enum import Enum\nclass Tone(str, Enum):\n    DRY = 'dry'\n@app.get('/ask')\ndef ask(tone: Tone):\n    sink(tone.value)\n"
    ),
    "a date": f"{FASTAPI}import datetime\n@app.get('/ask')\ndef ask(day: datetime.date):\n    sink(day)\n",
    "a dependency": (
        f"{FASTAPI}class Service:\n    pass\ndef service():\n    return Service()\n@app.get('/ask')\n"
        "def ask(service: Service = Depends(service)):\n    sink(service)\n"
    ),
    "a dependency out of sight": (
        f"{FASTAPI}from abc import ABC\nfrom elsewhere import make\nclass Service(ABC):\n    name = ''\n@app.get('/ask')\n"
        "def ask(service: Service = Depends(make)):\n    sink(service.name)\n"
    ),
    "a dependency, annotated": (
        f"{FASTAPI}from typing import Annotated\nclass Service:\n    name = 'x'\ndef service():\n    return Service()\n"
        "Here = Annotated[Service, Depends(service)]\n@app.get('/ask')\ndef ask(service: Here):\n    sink(service.name)\n"
    ),
    "a dependency that reads the query": (
        f"{FASTAPI}def question(q: str):  # from: untrusted\n    return q.strip()\n@app.get('/ask')\n"
        "def ask(text: str = Depends(question)):\n    sink(text)\n"
    ),
    "tasks and state": (
        f"{FASTAPI}@app.get('/ask')\ndef ask(tasks: BackgroundTasks, request: Request):\n"
        "    sink([tasks, request.app.state.agent, request.state.user])\n"
    ),
    "a request's JSON": (
        f"{FASTAPI}@app.post('/ask')\nasync def ask(request: Request):\n    data = await request.json()  # from: untrusted\n    sink(data['q'])\n"
    ),
    "a request's query": (
        f"{FASTAPI}@app.get('/ask')\nasync def ask(request: Request):\n    sink(request.query_params.get('q'))  # from: untrusted\n"
    ),
    "a request handed on": (
        f"{FASTAPI}@app.get('/ask')\nasync def ask(request: Request):\n    await answer(request)\nasync def answer(asked):\n"
        "    sink((await asked.json())['q'])  # from: untrusted\n"
    ),
    "an upload": f"{FASTAPI}@app.post('/ask')\nasync def ask(file: UploadFile):\n    sink((await file.read()).decode())  # from: untrusted\n",
    "a route added by a call": f"{FASTAPI}def ask(q: str):  # from: untrusted\n    sink(q)\napp.add_api_route('/ask', ask)\n",
    "a web socket": (
        f"{FASTAPI}@app.websocket('/ws')\nasync def ask(ws: WebSocket):\n    while True:\n"
        "        text = await ws.receive_text()  # from: untrusted\n        sink(text)\n"
    ),
    "what the caller of a handler hands over": (
        f"{BODY}@app.post('/ask')\nasync def ask(body: Ask):\n    return run(body.text)\ndef run(x):\n    return x\nsink(run('fixed'))\n"
    ),
    "JSON in Flask": f"{FLASK}@app.post('/ask')\ndef ask():\n    sink(request.json['q'])  # from: untrusted\n",
    "JSON in Flask, by a method": (
        f"{FLASK}@app.post('/ask')\ndef ask():\n    data = request.get_json()  # from: untrusted\n    sink(data.get('q'))\n"
    ),
    "a form in Flask": f"{FLASK}@app.post('/ask')\ndef ask():\n    form = request.form  # from: untrusted\n    sink(form['q'])\n",
    "part of a path in Flask": f"{FLASK}@app.get('/ask/<topic>')\ndef ask(topic):  # from: untrusted\n    sink(topic)\n",
    "a rule added by a call": f"{FLASK}def ask(topic):  # from: untrusted\n    sink(topic)\napp.add_url_rule('/ask/<topic>', view_func=ask)\n",
    "a class of views": (
        "from flask.views import MethodView\nclass Ask(MethodView):\n    def post(self, topic):  # from: untrusted\n        sink(topic)\n"
    ),
    "a view in Django": (
        "import json\nfrom django.urls import path\ndef ask(request):  # from: untrusted\n"
        "    sink(json.loads(request.body)['q'])\nurlpatterns = [path('ask', ask)]\n"
    ),
    "a form in Django": (
        "from django.urls import path\ndef ask(request):  # from: untrusted\n    sink(request.POST.get('q'))\nurlpatterns = [path('ask', ask)]\n"
    ),
    "a user in Django": ("from django.urls import path\ndef ask(request):\n    sink(request.user.first_name)\nurlpatterns = [path('ask', ask)]\n"),
    "a view of the REST framework": (
        "from rest_framework.decorators import api_view\n@api_view(['POST'])\ndef ask(request):  # from: untrusted\n    sink(request.data['q'])\n"
    ),
    "a class of the REST framework": (
        "from rest_framework.views import APIView\nclass Ask(APIView):\n    def post(self, request):  # from: untrusted\n"
        "        sink(request.data['q'])\n"
    ),
    "an own request of a class": (
        "from rest_framework.views import APIView\nclass Ask(APIView):\n    def post(self, request):\n"
        "        sink(self.request.data['q'])  # from: untrusted\n"
    ),
    "aiohttp": (
        "from aiohttp import web\nasync def ask(request):\n    data = await request.json()  # from: untrusted\n"
        "    sink(data['q'])\napp = web.Application()\napp.router.add_post('/ask', ask)\n"
    ),
    "Starlette": (
        "from starlette.routing import Route\nasync def ask(request):\n    data = await request.json()  # from: untrusted\n"
        "    sink(data['q'])\nroutes = [Route('/ask', ask)]\n"
    ),
    "Tornado": (
        "import tornado.web\nclass Ask(tornado.web.RequestHandler):\n    def post(self):\n"
        "        sink(self.get_body_argument('q'))  # from: untrusted\n"
    ),
    "Sanic": ("from sanic import Sanic\napp = Sanic('a')\n@app.post('/ask')\nasync def ask(request, topic):  # from: untrusted\n    sink(topic)\n"),
    "an event of a platform": "import json\ndef lambda_handler(event, context):  # from: untrusted\n    sink(json.loads(event['body'])['q'])\n",
    "a chat's message": (
        "import chainlit as cl\n@cl.on_message\nasync def answer(message: cl.Message):\n    sink(message.content)  # from: untrusted\n"
    ),
    "a chat's message, not annotated": (
        "import chainlit as cl\n@cl.on_message\nasync def answer(message):  # from: untrusted\n    sink(message.content)\n"
    ),
    "a message made here": "import chainlit as cl\nmessage = cl.Message(content='hello')\nsink(message.content)\n",
    "a chat's field": "import streamlit as st\nif prompt := st.chat_input('?'):  # from: untrusted\n    sink(prompt)\n",
    "a function behind a chat": (
        "import gradio as gr\ndef answer(message, history):  # from: untrusted\n    sink(message)\ngr.ChatInterface(answer).launch()\n"
    ),
    "a function behind a button": (
        "import gradio as gr\ndef answer(text):  # from: untrusted\n    sink(text)\nwith gr.Blocks() as demo:\n"
        "    button = gr.Button()\n    button.click(fn=answer)\n"
    ),
    "Discord": ("import discord\nbot = discord.Client()\n@bot.event\nasync def on_message(message):  # from: untrusted\n    sink(message.content)\n"),
    "an author in Discord": "import discord\nbot = discord.Client()\n@bot.event\nasync def on_message(message):\n    sink(message.author.id)\n",
    "Slack": (
        "from slack_bolt import App\napp = App()\n@app.event('app_mention')\ndef mention(event, say):  # from: untrusted\n"
        "    sink(event['text'])\n    sink\n"
    ),
    "Telegram": (
        "from telegram.ext import MessageHandler, filters\nasync def answer(update, context):  # from: untrusted\n"
        "    sink(update.message.text)\nMessageHandler(filters.TEXT, answer)\n"
    ),
    "the operator": ("import sys, argparse\nargs = argparse.ArgumentParser().parse_args()\nsink([input('?'), args.question, sys.argv[1]])\n"),
    "no handler": "def ask(q: str):\n    sink(q)\n",
}


@pytest.mark.parametrize("source", CASES.values(), ids=CASES.keys())
def test_what_was_sent(source: str) -> None:
    assert traced(source) == marked(source)


def test_what_is_cut_off_says_so() -> None:
    project = linked(f"{BODY}@app.post('/ask')\nasync def ask(body: Ask):\n    sink(body.text[:400])\n")
    [trace] = project.flow.sources(*marked_argument(project, "sink"))
    assert trace.trail == ("text", "[:]")


def test_what_begins_later_is_not_cut_off() -> None:
    project = linked(f"{BODY}@app.post('/ask')\nasync def ask(body: Ask):\n    sink(body.text[4:])\n")
    [trace] = project.flow.sources(*marked_argument(project, "sink"))
    assert trace.trail == ("text", "[]")


def test_messages_of_a_chat_service_are_short() -> None:
    project = linked(CASES["Discord"])
    assert [trace.bounded for trace in project.flow.sources(*marked_argument(project, "sink"))] == [True]
