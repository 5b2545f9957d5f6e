"""A support desk: the ticket goes into the instructions in one view and into a message in the other."""

from flask import Flask, jsonify, request
from openai import OpenAI

app = Flask(__name__)
client = OpenAI(timeout=20)
RULES = "You answer tickets of the shop. Never promise refunds."


@app.post("/tickets/summary")
def summary():
    ticket = request.get_json()["ticket"]
    messages = [
        {"role": "system", "content": f"{RULES}\nThe ticket: {ticket}"},  # ruleid: user-input-in-system-prompt
        {"role": "user", "content": "Summarise the ticket."},
    ]
    reply = client.chat.completions.create(model="gpt-4.1-mini", messages=messages, max_tokens=200)
    return jsonify(summary=reply.choices[0].message.content)


@app.post("/tickets/answer")
def answer():
    ticket = request.form.get("ticket", "")
    messages = [
        {"role": "system", "content": RULES},  # ok: user-input-in-system-prompt
        {"role": "user", "content": ticket},
    ]
    reply = client.chat.completions.create(model="gpt-4.1-mini", messages=messages, max_tokens=200)
    return jsonify(answer=reply.choices[0].message.content)


@app.post("/tickets/route")
def route_ticket():
    department = request.args.get("department", "")
    if department not in {"billing", "delivery"}:
        return jsonify(error="unknown department"), 400
    system = f"You route tickets of the department {department}."
    reply = client.responses.create(  # ok: user-input-in-system-prompt
        model="gpt-4.1-mini",
        instructions=system,
        input=request.form["ticket"],
        max_output_tokens=50,
    )
    return jsonify(answer=reply.output_text)


@app.post("/tickets/draft/<customer>")
def draft(customer):
    style = request.json.get("style")
    reply = client.responses.create(  # ruleid: user-input-in-system-prompt
        model="gpt-4.1-mini",
        instructions="Write a reply in this style: {}".format(style),
        input=f"To {customer}",
        max_output_tokens=500,
    )
    return jsonify(answer=reply.output_text)
