"""A gateway that gives its callers the whole answer in a form of its own, and one that gives the text alone."""

import litellm
from openai import OpenAI
from pydantic import BaseModel

client = OpenAI(timeout=30)


class Answer(BaseModel):
    id: str
    choices: list[dict]
    usage: dict


def make_completion(model: str):
    def complete(**arguments) -> Answer:
        response = litellm.completion(model=model, **arguments)  # ok: token-usage-discarded
        return Answer(**response.model_dump())

    return complete


def make_text(model: str):
    def text(prompt: str) -> str:
        response = client.responses.create(model=model, input=prompt)  # ruleid: token-usage-discarded
        return response.output_text

    return text
