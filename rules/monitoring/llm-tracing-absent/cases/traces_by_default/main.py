from agents import Agent, Runner
from fastapi import FastAPI

app = FastAPI()
clerk = Agent(name="Clerk", model="gpt-4.1-2025-04-14", instructions="Answer questions about opening hours.")


@app.post("/ask")
async def ask(text: str) -> str:
    result = await Runner.run(clerk, text)
    return result.final_output
