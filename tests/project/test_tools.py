"""Tools: functions whose arguments a model chooses."""

from __future__ import annotations

import pytest

from ailint.project.tools import tool_functions
from tests.linked import linked

RUN = "def run(code):\n    pass\n"
CASES = {
    "a decorator": (["run"], "from langchain_core.tools import tool\n@tool\ndef run(code):\n    pass\n"),
    "a decorator with arguments": (["run"], "from langchain_core.tools import tool\n@tool('run')\ndef run(code):\n    pass\n"),
    "a decorator of an object": (["run"], "from mcp.server.fastmcp import FastMCP\nmcp = FastMCP('x')\n@mcp.tool()\ndef run(code):\n    pass\n"),
    "a list of tools": (["run"], f"from agents import Agent\n{RUN}Agent(name='a', tools=[run])\n"),
    "a list of tools by name": (["run"], f"from agents import Agent\n{RUN}TOOLS = [run]\nAgent(name='a', tools=TOOLS)\n"),
    "a constructor": (["run"], f"from langchain_core.tools import Tool\n{RUN}Tool(name='x', func=run, description='x')\n"),
    "a method": (
        ["run"],
        (
            "from agents import Agent\nclass A:\n    def run(self, code):\n        pass\n"
            "    def make(self):\n        return Agent(name='a', tools=[self.run])\n"
        ),
    ),
    "the body of a tool's class": (["_run"], "from langchain.tools import BaseTool\nclass Run(BaseTool):\n    def _run(self, code):\n        pass\n"),
    "the body of a tool's class below another": (
        ["forward"],
        "from smolagents import Tool\nclass Base(Tool):\n    pass\nclass Run(Base):\n    def forward(self, code):\n        pass\n",
    ),
    "another method of a tool's class": ([], "from crewai.tools import BaseTool\nclass Run(BaseTool):\n    def help(self, code):\n        pass\n"),
    "a method of another class": ([], "class Run:\n    def _run(self, code):\n        pass\n"),
    "another decorator": ([], "from functools import cache\n@cache\ndef run(code):\n    pass\n"),
    "an own decorator of the name": ([], "def tool(x):\n    return x\n@tool\ndef run(code):\n    pass\n"),
    "a function that is not listed": ([], f"from agents import Agent\n{RUN}Agent(name='a', tools=[])\n"),
}


@pytest.mark.parametrize(("expected", "files"), CASES.values(), ids=CASES.keys())
def test_exposed(expected: list[str], files: str) -> None:
    project = linked(files)
    assert [project.python[path].scopes[scope].name for path, scope in tool_functions(project.resolver, project.sites)] == expected


def test_exposed_by_another_module() -> None:
    project = linked({"tools.py": RUN, "app.py": "from agents import Agent\nfrom tools import run\nAgent(name='a', tools=[run])\n"})
    assert tool_functions(project.resolver, project.sites) == {("tools.py", 1)}
