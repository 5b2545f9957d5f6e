import os

from anthropic import Anthropic
from langchain_openai import ChatOpenAI
from openai import OpenAI

client = OpenAI()
claude = Anthropic()
llm = ChatOpenAI(model=os.environ["CHAT_MODEL"])


def pay_back(order, shop):
    if "yes" in llm.invoke(f"May this order be refunded? {order}").content.lower():  # ruleid: freeform-output-controls-flow
        shop.refund(order)


def release(text, press):
    answer = client.chat.completions.create(
        model=os.environ["CHAT_MODEL"],
        messages=[{"role": "user", "content": f"Answer APPROVED or REJECTED.\n{text}"}],
    )
    decision = answer.choices[0].message.content.strip()
    if decision == "APPROVED":  # ruleid: freeform-output-controls-flow
        press.publish(text)
    elif decision == "REJECTED":
        press.return_to_author(text)


def route(mail, desks):
    said = claude.messages.create(
        model="claude-sonnet-4-20250514", max_tokens=200, messages=[{"role": "user", "content": f"billing, technical or other?\n{mail}"}]
    )
    label = said.content[0].text.strip().lower()
    match label:  # the subject is free text
        case "billing":  # ruleid: freeform-output-controls-flow
            desks.billing.take(mail)
        case "technical":
            desks.technical.take(mail)
        case _:
            desks.other.take(mail)


def next_step(history, tools):
    thought = llm.invoke(history).content
    if thought.startswith("Action:"):  # ruleid: freeform-output-controls-flow
        return tools.run(thought.removeprefix("Action:"))
    return thought


def answer_or_search(question, web):
    said = llm.invoke(question).content
    unsure = any(phrase in said for phrase in ("I don't know", "I am not sure"))
    if unsure:  # ruleid: freeform-output-controls-flow
        return web.search(question)
    return web.search(said) if "I cannot" in said else said


def graded(essay, register):
    mark = float(client.responses.create(model=os.environ["CHAT_MODEL"], input=f"A mark from 0 to 1 for: {essay}").output_text)
    if mark >= 0.6:  # ruleid: freeform-output-controls-flow
        register.passed(essay)
