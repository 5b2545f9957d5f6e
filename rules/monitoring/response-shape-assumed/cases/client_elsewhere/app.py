from model import Model

model = Model()


def answer(question: str) -> str:
    reply = model.ask([{"role": "user", "content": question}])
    # ruleid: response-shape-assumed
    return reply.content[0].text
