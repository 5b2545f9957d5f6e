"""The same choice in other frameworks."""

from agents import Agent as OpenAIAgent
from agents import CodeInterpreterTool, LocalShellTool, WebSearchTool
from crewai import Agent
from interpreter import interpreter
from llama_index.experimental.query_engine import PandasQueryEngine
from pandas import DataFrame

interpreter.auto_run = True  # ruleid: agent-code-exec-unsandboxed

unsafe = Agent(role="Analyst", goal="Find trends", backstory="Ten years in retail", allow_code_execution=True, code_execution_mode="unsafe")  # ruleid: agent-code-exec-unsandboxed
safe = Agent(role="Analyst", goal="Find trends", backstory="Ten years in retail", allow_code_execution=True, code_execution_mode="safe")  # ok: agent-code-exec-unsandboxed
talker = Agent(role="Writer", goal="Write a summary", backstory="A journalist")  # ok: agent-code-exec-unsandboxed


def run_in_shell(request) -> str:
    return interpreter.computer.run("shell", " ".join(request.data.action.command))


shell = LocalShellTool(executor=run_in_shell)  # ruleid: agent-code-exec-unsandboxed
hosted = CodeInterpreterTool(tool_config={"type": "code_interpreter", "container": {"type": "auto"}})  # ok: agent-code-exec-unsandboxed
operator = OpenAIAgent(name="Operator", model="gpt-4.1-2025-04-14", tools=[shell, hosted, WebSearchTool()])


def trends(frame: DataFrame, question: str) -> str:
    engine = PandasQueryEngine(df=frame, verbose=True)  # ruleid: agent-code-exec-unsandboxed
    return str(engine.query(question))
