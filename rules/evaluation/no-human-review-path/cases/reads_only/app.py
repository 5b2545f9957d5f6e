from agents import Agent, Runner, function_tool

HOURS = {"monday": "9-17", "saturday": "10-14"}


@function_tool
def opening_hours(day: str) -> str:
    """Say when we are open."""
    return HOURS.get(day.lower(), "closed")


agent = Agent(name="desk", instructions="Answer briefly.", tools=[opening_hours], model="gpt-4.1-2025-04-14")

if __name__ == "__main__":
    print(Runner.run_sync(agent, input()).final_output)
