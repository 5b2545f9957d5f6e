"""Agents that run code: on the host, and in a sandbox."""

import pandas as pd
from autogen import AssistantAgent, UserProxyAgent
from autogen.coding import DockerCommandLineCodeExecutor, LocalCommandLineCodeExecutor
from langchain_community.tools import ShellTool
from langchain_experimental.agents import create_pandas_dataframe_agent
from langchain_experimental.tools import PythonREPLTool
from langchain_openai import ChatOpenAI
from smolagents import CodeAgent, OpenAIModel

model = OpenAIModel("gpt-4.1-2025-04-14", client_kwargs={"timeout": 60})
llm = ChatOpenAI(model="gpt-4.1-2025-04-14", temperature=0, timeout=60)
frame = pd.read_csv("sales.csv")

everything = CodeAgent(tools=[], model=model, additional_authorized_imports=["*"])  # ruleid: agent-code-exec-unsandboxed
with_os = CodeAgent(tools=[], model=model, additional_authorized_imports=["pandas", "os", "subprocess"])  # ruleid: agent-code-exec-unsandboxed
in_microvm = CodeAgent(tools=[], model=model, executor_type="e2b", additional_authorized_imports=["*"])  # ok: agent-code-exec-unsandboxed
in_docker = CodeAgent(tools=[], model=model, executor_type="docker")  # ok: agent-code-exec-unsandboxed

analyst = create_pandas_dataframe_agent(llm, frame, agent_type="tool-calling", allow_dangerous_code=True)  # ruleid: agent-code-exec-unsandboxed
tools = [
    PythonREPLTool(),  # ruleid: agent-code-exec-unsandboxed
    ShellTool(),  # ruleid: agent-code-exec-unsandboxed
]

local = LocalCommandLineCodeExecutor(work_dir="out", timeout=60)  # ruleid: agent-code-exec-unsandboxed
container = DockerCommandLineCodeExecutor(image="python:3.12-slim", work_dir="out", timeout=60)  # ok: agent-code-exec-unsandboxed
writer = AssistantAgent("writer", llm_config={"model": "gpt-4.1-2025-04-14"}, code_execution_config=False)  # ok: agent-code-exec-unsandboxed
runner = UserProxyAgent("runner", human_input_mode="NEVER", code_execution_config={"work_dir": "out", "use_docker": False})  # ruleid: agent-code-exec-unsandboxed
docker_runner = UserProxyAgent("docker", human_input_mode="NEVER", code_execution_config={"work_dir": "out", "use_docker": True})  # ok: agent-code-exec-unsandboxed


def ask(question: str) -> str:
    return analyst.invoke({"input": question})["output"]


def solve(task: str) -> list[str]:
    agents = (everything, with_os, in_microvm, in_docker)
    return [str(agent.run(task)) for agent in agents]


def team(task: str) -> None:
    runner.initiate_chat(writer, message=task)
    docker_runner.initiate_chat(writer, message=task)
