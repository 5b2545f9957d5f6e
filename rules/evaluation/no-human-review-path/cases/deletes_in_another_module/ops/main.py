from agents import Agent, Runner

from ops.tools import stop_machine

agent = Agent(name="ops", instructions="Keep costs low.", tools=[stop_machine], model="gpt-4.1-2025-04-14")

if __name__ == "__main__":
    print(Runner.run_sync(agent, input()).final_output)
