from quart import Quart, request

from app.clients import init_client
from app.services import Ranking, Tagger

app = Quart(__name__)
ranking = Ranking()


@app.post("/conversation")
async def conversation() -> str:
    client = init_client()
    body = await request.get_json()
    reply = await client.chat.completions.create(model="chat", messages=body["messages"])
    return reply.choices[0].message.content


@app.post("/best")
async def best() -> dict[str, int]:
    body = await request.get_json()
    return {"best": ranking.best(body["question"], body["texts"])}


@app.post("/tags")
async def tags() -> str:
    body = await request.get_json()
    return Tagger().tag(body["text"])
