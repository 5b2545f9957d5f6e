import os

from agents import Agent, Runner
from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.conditions import MaxMessageTermination
from autogen_agentchat.teams import RoundRobinGroupChat, SelectorGroupChat
from crewai import Agent as Worker
from langchain.agents import AgentExecutor
from pydantic_ai import Agent as TypedAgent
from pydantic_ai import UsageLimits
from smolagents import ToolCallingAgent

helper = Agent(name="helper", instructions="Help.")
typed = TypedAgent("openai:gpt-4.1-2025-04-14")


def executors(agent, tools, limit):
    AgentExecutor(agent=agent, tools=tools, max_iterations=None)  # ruleid: agent-loop-unbounded
    AgentExecutor(agent=agent, tools=tools, max_iterations=None, max_execution_time=60)  # ok: agent-loop-unbounded
    AgentExecutor(agent=agent, tools=tools)  # ok: agent-loop-unbounded
    AgentExecutor(agent=agent, tools=tools, max_iterations=limit)  # ok: agent-loop-unbounded


async def runs(question, settings):
    await Runner.run(helper, question, max_turns=None)  # ruleid: agent-loop-unbounded
    await Runner.run(helper, question)  # ok: agent-loop-unbounded
    await Runner.run(helper, question, **settings)  # ok: agent-loop-unbounded
    await typed.run(question, usage_limits=UsageLimits(request_limit=None))  # ruleid: agent-loop-unbounded
    await typed.run(question, usage_limits=UsageLimits(request_limit=8))  # ok: agent-loop-unbounded
    await typed.run(question)  # ok: agent-loop-unbounded


def teams(writer: AssistantAgent, critic: AssistantAgent, client):
    RoundRobinGroupChat([writer, critic])  # ruleid: agent-loop-unbounded
    SelectorGroupChat([writer, critic], model_client=client)  # ruleid: agent-loop-unbounded
    RoundRobinGroupChat([writer, critic], max_turns=6)  # ok: agent-loop-unbounded
    RoundRobinGroupChat([writer, critic], termination_condition=MaxMessageTermination(10))  # ok: agent-loop-unbounded


def others(tools, model):
    ToolCallingAgent(tools=tools, model=model, max_steps=100_000)  # ruleid: agent-loop-unbounded
    ToolCallingAgent(tools=tools, model=model)  # ok: agent-loop-unbounded
    Worker(role="a", goal="b", backstory="c", llm=os.environ["CHAT_MODEL"])  # ok: agent-loop-unbounded
