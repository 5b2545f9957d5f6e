from agents import Agent, Runner

from desk.tools import cancel, tell_the_team, write_to_customer, write_when_confirmed

TOOLS = [write_to_customer, write_when_confirmed, cancel, tell_the_team]
agent = Agent(name="desk", model="gpt-4.1-2025-04-14", tools=TOOLS)


async def answer(question: str) -> str:
    return (await Runner.run(agent, question)).final_output
