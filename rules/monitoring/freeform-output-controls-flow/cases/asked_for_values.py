import os
from typing import Literal

from langchain_openai import ChatOpenAI
from openai import OpenAI
from pydantic import BaseModel

client = OpenAI()
llm = ChatOpenAI(model=os.environ["CHAT_MODEL"])
MODEL = os.environ["CHAT_MODEL"]


class Decision(BaseModel):
    approve: bool
    reason: Literal["damaged", "late", "other"]


def pay_back(order, shop):
    decision = llm.with_structured_output(Decision).invoke(f"May this order be refunded? {order}")
    if decision.approve:  # ok: freeform-output-controls-flow
        shop.refund(order)
    if decision.reason == "damaged":  # ok: freeform-output-controls-flow
        shop.inspect(order)


def parsed(order, shop):
    said = client.chat.completions.parse(model=MODEL, messages=[{"role": "user", "content": order}], response_format=Decision)
    if said.choices[0].message.parsed.reason == "late":  # ok: freeform-output-controls-flow
        shop.refund(order)


def with_schema(order, shop):
    schema = {"type": "json_schema", "json_schema": {"name": "decision", "schema": Decision.model_json_schema()}}
    said = client.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": order}], response_format=schema)
    if "damaged" in said.choices[0].message.content.lower():  # ok: freeform-output-controls-flow
        shop.refund(order)


def one_token(order, shop, bias):
    said = client.chat.completions.create(
        model=MODEL, messages=[{"role": "user", "content": order}], max_tokens=1, logit_bias=bias
    )
    if said.choices[0].message.content == "Yes":  # ok: freeform-output-controls-flow
        shop.refund(order)


def by_tool_call(order, shop, tools):
    said = client.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": order}], tools=tools, tool_choice="required")
    call = said.choices[0].message.tool_calls[0]
    if call.function.name == "refund":  # ok: freeform-output-controls-flow
        shop.refund(order)


def why_it_stopped(order):
    said = client.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": order}])
    if said.choices[0].finish_reason == "length":  # ok: freeform-output-controls-flow
        raise ValueError(order)
    return said.choices[0].message.content
