from app.agents import careful, patient, pipeline, researcher

LIMITS = {"recursion_limit": 30}


def answer(question, settings):
    asked = {"messages": [("user", question)]}
    researcher.invoke(asked)  # ruleid: agent-loop-unbounded
    researcher.invoke(asked, {"recursion_limit": 20})  # ok: agent-loop-unbounded
    researcher.invoke(asked, config=LIMITS)  # ok: agent-loop-unbounded
    researcher.invoke(asked, config=settings)  # ok: agent-loop-unbounded
    careful.invoke(asked)  # ok: agent-loop-unbounded
    patient.invoke(asked)  # ok: agent-loop-unbounded
    return pipeline(dict, print).invoke(asked)  # ok: agent-loop-unbounded
