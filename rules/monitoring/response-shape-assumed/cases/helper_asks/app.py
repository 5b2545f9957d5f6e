from model import Model

model = Model()


def answer(question: str) -> str:
    reply = model.ask([{"role": "user", "content": question}])
    # ok: response-shape-assumed
    return reply.content[0].text
