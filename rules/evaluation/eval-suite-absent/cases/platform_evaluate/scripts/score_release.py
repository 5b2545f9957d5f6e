import asyncio

from langsmith import aevaluate

from app import answer


async def target(inputs: dict) -> dict:
    return {"answer": await answer(inputs["question"])}


def names_the_source(outputs: dict, reference_outputs: dict) -> bool:
    return reference_outputs["source"] in outputs["answer"]


if __name__ == "__main__":
    asyncio.run(aevaluate(target, data="support-golden", evaluators=[names_the_source], experiment_prefix="release"))
