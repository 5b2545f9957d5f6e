"""Agents whose instructions are written beside their tools."""

from agents import Agent, Runner, function_tool

MODEL = "gpt-4.1-2025-04-14"


@function_tool
def order_status(number: str) -> str:
    # ok: prompt-unversioned
    """Look up an order.

    Use this before you answer any question about a delivery. The number has eight digits.
    Ask the customer for it when it is missing. Never guess it.
    """
    return f"order {number} is on its way"


refunds = Agent(
    name="Refunds",
    model=MODEL,
    # ruleid: prompt-unversioned
    instructions="""You decide about refunds up to 50 euros.
Check the order first. Refund only what was delivered damaged or not at all.
Above 50 euros hand over to a person.
Tell the customer when the money will arrive.""",
    tools=[order_status],
)

greeter = Agent(name="Greeter", model=MODEL, instructions="Greet the customer and hand over to Refunds.", handoffs=[refunds])  # ok: prompt-unversioned


async def run(message: str) -> str:
    result = await Runner.run(greeter, message)
    return result.final_output
