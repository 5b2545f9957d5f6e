from app.agents import researcher


def answer(question):
    return researcher.invoke({"messages": [("user", question)]})  # ok: agent-loop-unbounded
