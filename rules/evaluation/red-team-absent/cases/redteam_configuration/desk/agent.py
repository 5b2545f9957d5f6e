from agents import Agent, Runner, function_tool


@function_tool
def cancel_order(number: str) -> str:
    return f"order {number} is cancelled"


agent = Agent(name="desk", instructions="Help customers with their orders.", model="gpt-4.1-2025-04-14", tools=[cancel_order])


async def reply(message: str) -> str:
    result = await Runner.run(agent, message, max_turns=6)
    return result.final_output
