import time

from openai import AsyncOpenAI

client = AsyncOpenAI(timeout=60)


async def judge(answers: list[str]) -> list[str]:
    scores = []
    for answer in answers:
        reply = await client.responses.create(model="gpt-4.1-2025-04-14", input=f"Score from 1 to 5: {answer}")
        scores.append(reply.output_text)
        time.sleep(1)  # ruleid: blocking-llm-call-in-async
    return scores
