"""A password in the instructions of an agent, and the same done by a tool that keeps it."""

import os

import psycopg
from agents import Agent, Runner, function_tool

INSTRUCTIONS = "Answer questions about orders. Call run_report; it connects by itself."


@function_tool
def run_report(sql: str) -> str:
    """Run one of the prepared reports."""
    with psycopg.connect(host="db", password=os.environ["DB_PASSWORD"]) as connection:  # ok: secret-in-prompt-or-log
        return str(connection.execute("SELECT 1").fetchall())


def careless() -> Agent:
    prompt = f"Answer questions about orders. Use the password {os.environ['DB_PASSWORD']} to connect."
    return Agent(name="orders", instructions=prompt, tools=[run_report])  # ruleid: secret-in-prompt-or-log


careful = Agent(name="orders", instructions=INSTRUCTIONS, tools=[run_report])  # ok: secret-in-prompt-or-log


def report(question: str) -> str:
    if not os.getenv("DB_PASSWORD"):
        raise RuntimeError("DB_PASSWORD is not set")  # ok: secret-in-prompt-or-log
    return Runner.run_sync(careful, question).final_output
