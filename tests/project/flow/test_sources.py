"""Where a value begins: model calls of all kinds, tools, users, stores; and what of an answer the model did not say."""

from __future__ import annotations

import pytest

from ailint.project.flow import PARSED
from tests.linked import linked, marked, marked_argument, traced

OPENAI = "from openai import OpenAI\nclient = OpenAI()\n"
ANSWER = OPENAI + "answer = client.chat.completions.create(model='m', messages=[])"
CASES = {
    "a chat call": f"{ANSWER}  # from: output\nsink(answer.choices[0].message.content)\n",
    "an old chat call": (
        "import openai\nanswer = openai.ChatCompletion.create(model='m', messages=[])  # from: output\n"
        "sink(answer['choices'][0]['message']['content'])\n"
    ),
    "the text of a response": f"{OPENAI}answer = client.responses.create(model='m', input='x')  # from: output\nsink(answer.output_text)\n",
    "a message of blocks": (
        "from anthropic import Anthropic\n"
        "answer = Anthropic().messages.create(model='m', max_tokens=9, messages=[])  # from: output\nsink(answer.content[0].text)\n"
    ),
    "a call that is no object's": "import ollama\nsink(ollama.chat(model='m', messages=[])['message']['content'])  # from: output\n",
    "a chain": "from langchain_openai import ChatOpenAI\nfrom langchain_core.prompts import ChatPromptTemplate\n"
    "chain = ChatPromptTemplate.from_template('x') | ChatOpenAI() | str\nsink(chain.invoke({}))  # from: output\n",
    "a chain's stream": (
        "from langchain_openai import ChatOpenAI\nchain = ChatOpenAI()\nfor chunk in chain.stream('x'):  # from: output\n    sink(chunk.content)\n"
    ),
    "chunks": f"{OPENAI}stream = client.chat.completions.create(model='m', messages=[], stream=True)  # from: output\n"
    "for chunk in stream:\n    sink(chunk.choices[0].delta.content)\n",
    "chunks put together": f"{OPENAI}text = ''\nfor chunk in client.chat.completions.create(model='m', messages=[], stream=True):  # from: output\n"
    "    text += chunk.choices[0].delta.content or ''\nsink(text)\n",
    "chunks kept in a list": f"{OPENAI}parts = []\n"
    "for chunk in client.chat.completions.create(model='m', messages=[], stream=True):  # from: output\n"
    "    parts.append(chunk.choices[0].delta.content)\nsink(''.join(parts))\n",
    "chunks, awaited": "from openai import AsyncOpenAI\nclient = AsyncOpenAI()\nasync def run():\n"
    "    stream = await client.chat.completions.create(model='m', messages=[], stream=True)  # from: output\n    async for chunk in stream:\n"
    "        sink(chunk.choices[0].delta.content)\n",
    "a stream that is entered": (
        f"{OPENAI}with client.chat.completions.stream(model='m', messages=[]) as stream:  # from: output\n    sink(stream.get_final_completion())\n"
    ),
    "an agent's run": (
        "from agents import Agent, Runner\nagent = Agent(name='a', instructions='x')\n"
        "result = Runner.run_sync(agent, 'x')  # from: structured\nsink(result.final_output)\n"
    ),
    "an agent of another kind": "from pydantic_ai import Agent\nagent = Agent('m')\nsink(agent.run_sync('x').output)  # from: output\n",
    "arguments of a tool call": f"{ANSWER}  # from: arguments\nimport json\nfor call in answer.choices[0].message.tool_calls:\n"
    "    arguments = json.loads(call.function.arguments)\n    sink(arguments['code'])\n",
    "a structured field": f"{OPENAI}answer = client.chat.completions.parse(model='m', messages=[], response_format=Plan)  # from: structured\n"
    "sink(answer.choices[0].message.parsed.code)\n",
    "a tool's parameter": "from langchain_core.tools import tool\n@tool\ndef run(code: str):  # from: tool-parameter\n    sink(code)\n",
    "a tool's parameter, handed on": "from langchain_core.tools import tool\n@tool\ndef run(code: str):  # from: tool-parameter\n    execute(code)\n"
    "def execute(text):\n    sink(text)\n",
    "a tool's parameter, by a list of tools": "from agents import Agent\ndef run(code: str):  # from: tool-parameter\n    sink(code)\n"
    "agent = Agent(name='a', tools=[run])\n",
    "a tool's parameter, by a constructor": "from langchain_core.tools import Tool\ndef run(code):  # from: tool-parameter\n    sink(code)\n"
    "tool = Tool(name='run', func=run, description='x')\n",
    "a server's tool": (
        "from mcp.server.fastmcp import FastMCP\nmcp = FastMCP('x')\n@mcp.tool()\n"
        "def run(code: str) -> str:  # from: tool-parameter\n    sink(code)\n"
    ),
    "no tool's parameter": "def run(code: str):\n    sink(code)\n",
    "self of a tool": "from langchain_core.tools import tool\nclass Tools:\n    @tool\n    def run(self, code):\n        sink(self)\n",
    "what a user types": "import streamlit as st\ntext = st.text_input('?')  # from: untrusted\nsink(text)\n",
    "retrieved text": (
        "from langchain_chroma import Chroma\nstore = Chroma()\ndocs = store.similarity_search('x')  # from: retrieved\nsink(docs[0].page_content)\n"
    ),
    "two sources": (
        f"{ANSWER}  # from: output\nimport streamlit as st\ntext = st.text_input('?')  # from: untrusted\n"
        f"sink(f'{{answer.choices[0].message.content}} {{text}}')\n"
    ),
    "usage": f"{ANSWER}\nsink(answer.usage.total_tokens)\n",
    "usage by key": f"{ANSWER}\nsink(answer['usage']['total_tokens'])\n",
    "the model's name": f"{ANSWER}\nsink(answer.model)\n",
    "why it ended": f"{ANSWER}\nsink(answer.choices[0].finish_reason)\n",
    "an answer's id": f"{ANSWER}\nsink(answer.id)\n",
    "who speaks": f"{ANSWER}\nsink(answer.choices[0].message.role)\n",
    "a client": f"{OPENAI}sink(client)\n",
    "vectors": f"{OPENAI}sink(client.embeddings.create(model='m', input='x').data[0].embedding)\n",
    "the environment": "import os\nsink(os.environ['X'])\n",
    "a library's answer": "import elsewhere\nsink(elsewhere.ask('x'))\n",
}


@pytest.mark.parametrize("source", CASES.values(), ids=CASES.keys())
def test_where_it_begins(source: str) -> None:
    assert traced(source) == marked(source)


def test_text_that_a_program_wrote_says_so() -> None:
    project = linked(f"{ANSWER}\nimport json\nsink(json.loads(json.dumps(answer.choices[0].message.content)))\n")
    [trace] = project.flow.sources(*marked_argument(project, "sink"))
    assert "<serialised>" in trace.trail


def test_the_way_is_told_from_its_beginning() -> None:
    project = linked(f"{ANSWER}\ntext = answer.choices[0].message.content\nsink(text)\n")
    [trace] = project.flow.sources(*marked_argument(project, "sink"))
    assert [place.span.line for place in trace.path] == [3, 3, 4]
    assert trace.trail == ("choices", "[0]", "message", "content")


def test_what_a_model_says_or_chooses_is_its_output() -> None:
    project = linked("import streamlit as st\nfrom litellm import completion\nsink([st.text_input('?'), completion(model='m', messages=[])])\n")
    assert [trace.kind for trace in project.flow.model_output(*marked_argument(project, "sink"))] == ["output"]


def test_texts_are_found_where_they_are_written() -> None:
    project = linked({"prompts.py": "RULES = 'Be brief.'\n", "app.py": "from prompts import RULES\nname = 'x'\nsink(f'{RULES} You are {name}.')\n"})
    found = project.flow.texts(*marked_argument(project, "sink"))
    assert [(trace.place.path, trace.place.span.line) for trace in found] == [("app.py", 3), ("prompts.py", 1), ("app.py", 2)]


def test_a_search_too_wide_is_cut_and_says_so() -> None:
    wrappers = "".join(f"def wrap{n}(x):\n    run(x)\n" + f"wrap{n}('ls')\n" * 60 for n in range(60))
    project = linked(f"def run(x):\n    sink(x)\n{wrappers}")
    value, spot = marked_argument(project, "sink")
    assert project.flow.sources(value, spot) == ()
    assert project.flow.bounds_reached == {spot}


def test_what_is_parsed_out_of_an_answer_is_told_from_the_answer() -> None:
    project = linked(f"{ANSWER}\nimport json\nsink(json.loads(answer.choices[0].message.content)['kind'])\n")
    [trace] = project.flow.sources(*marked_argument(project, "sink"))
    assert trace.trail[-3:] == ("content", PARSED, "[kind]")
