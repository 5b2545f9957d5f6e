import itertools
import json
import os
import time

from anthropic import Anthropic
from langchain_openai import ChatOpenAI
from openai import OpenAI

client = OpenAI()
claude = Anthropic()
llm = ChatOpenAI(model=os.environ["CHAT_MODEL"])
MODEL = os.environ["CHAT_MODEL"]
MAX_TURNS = 12


def until_it_is_done(messages, tools, run):
    while True:  # ruleid: agent-loop-unbounded
        answer = client.chat.completions.create(model=MODEL, messages=messages, tools=tools).choices[0].message
        messages.append(answer)
        if not answer.tool_calls:
            return answer.content
        for call in answer.tool_calls:
            messages.append({"role": "tool", "tool_call_id": call.id, "content": run(call)})


def while_it_wants_tools(messages, tools, run):
    answer = claude.messages.create(model="claude-sonnet-4-20250514", max_tokens=1000, messages=messages, tools=tools)
    while answer.stop_reason == "tool_use":  # ruleid: agent-loop-unbounded
        results = [{"type": "tool_result", "tool_use_id": block.id, "content": run(block)} for block in answer.content if block.type == "tool_use"]
        messages += [{"role": "assistant", "content": answer.content}, {"role": "user", "content": results}]
        answer = claude.messages.create(model="claude-sonnet-4-20250514", max_tokens=1000, messages=messages, tools=tools)
    return answer


def only_failures_count(messages, tools, run):
    failures = 0
    while failures < 3:  # ruleid: agent-loop-unbounded
        answer = client.chat.completions.create(model=MODEL, messages=messages, tools=tools).choices[0].message
        if not answer.tool_calls:
            return answer.content
        try:
            messages.append({"role": "tool", "content": run(answer.tool_calls[0])})
        except ValueError as error:
            failures += 1
            messages.append({"role": "user", "content": str(error)})


def until_it_says_so(task):
    notes = []
    for _ in itertools.count():  # ruleid: agent-loop-unbounded
        said = llm.invoke([task, *notes]).content
        if "FINAL ANSWER" in said:
            return said
        notes.append(said)


def flagged(messages, tools, run):
    done = False
    while not done:  # ruleid: agent-loop-unbounded
        answer = llm.invoke(messages, tools=tools)
        done = not answer.tool_calls
        messages += run(answer)


def counted(messages, tools, run):
    for _ in range(MAX_TURNS):  # ok: agent-loop-unbounded
        answer = client.chat.completions.create(model=MODEL, messages=messages, tools=tools).choices[0].message
        if not answer.tool_calls:
            return answer.content
        messages.append(run(answer))
    raise RuntimeError(messages)


def counted_by_hand(messages, tools, run):
    turn = 0
    while True:  # ok: agent-loop-unbounded
        turn += 1
        answer = client.chat.completions.create(model=MODEL, messages=messages, tools=tools).choices[0].message
        if not answer.tool_calls or turn >= MAX_TURNS:
            return answer.content
        messages.append(run(answer))


def every_way_counts(messages, tools, run):
    turn = 0
    while turn < MAX_TURNS:  # ok: agent-loop-unbounded
        answer = client.chat.completions.create(model=MODEL, messages=messages, tools=tools).choices[0].message
        if not answer.tool_calls:
            return answer.content
        try:
            messages.append(run(answer))
        except ValueError:
            turn += 2
            continue
        else:
            turn += 1


def against_the_clock(messages, tools, run):
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:  # ok: agent-loop-unbounded
        answer = llm.invoke(messages, tools=tools)
        if not answer.tool_calls:
            return answer
        messages += run(answer)


def against_a_budget(messages, tools, run, budget):
    spent = 0
    while True:  # ok: agent-loop-unbounded
        answer = client.chat.completions.create(model=MODEL, messages=messages, tools=tools)
        spent += answer.usage.total_tokens
        if spent > budget:
            raise RuntimeError(spent)
        if not answer.choices[0].message.tool_calls:
            return answer
        messages.append(run(answer))


def history_may_not_grow(messages, tools, run):
    while len(messages) < 40:  # ok: agent-loop-unbounded
        answer = llm.invoke(messages, tools=tools)
        if not answer.tool_calls:
            return answer
        messages.append(run(answer))


def stopped_from_outside(messages, tools, run, stopping):
    while not stopping.is_set():  # ok: agent-loop-unbounded
        messages += run(llm.invoke(messages, tools=tools))


def conversation(messages):
    while True:  # ok: agent-loop-unbounded
        messages.append(("human", input("> ")))
        answer = llm.invoke(messages)
        if "bye" in answer.content:
            break
        print(answer.content)


def worker(queue, store):
    while True:  # ok: agent-loop-unbounded
        job = queue.get()
        store.put(job, llm.invoke(job).content)


def pages(source):
    token, summaries = None, []
    while True:  # ok: agent-loop-unbounded
        page = source.fetch(token)
        summaries.append(llm.invoke(page.text).content)
        token = page.next
        if not token:
            return summaries


def polled(run_id):
    while True:  # ok: agent-loop-unbounded
        run = client.beta.threads.runs.retrieve(run_id, thread_id="t")
        if run.status == "completed":
            return run
        time.sleep(1)


def streamed(text):
    lines = []
    for chunk in client.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": text}], stream=True):
        lines.append(json.dumps(chunk.choices[0].delta.content))
    return lines
