from crew.model import Model
from crew.people import ask_person


def solve(model: Model, messages, tools, run):
    while True:  # ruleid: agent-loop-unbounded
        answer = model.ask(messages, tools)
        if finished(answer):
            return answer.content
        messages.append(run(answer))


def finished(answer) -> bool:
    return not answer.tool_calls


def solve_within_budget(model: Model, messages, tools, run):
    while model.within_budget():  # ok: agent-loop-unbounded
        answer = model.ask(messages, tools)
        if finished(answer):
            return answer.content
        messages.append(run(answer))


def solve_with_check(model: Model, messages, tools, run):
    while True:  # ok: agent-loop-unbounded
        model.check()
        answer = model.ask(messages, tools)
        if finished(answer):
            return answer.content
        messages.append(run(answer))


def talk(model: Model, messages, tools):
    while True:  # ok: agent-loop-unbounded
        messages.append(ask_person())
        messages.append(model.ask(messages, tools))
