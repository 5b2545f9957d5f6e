from fastapi import FastAPI

from desk.agent import reply

api = FastAPI()


@api.post("/chat")
async def chat(message: str) -> dict[str, str]:
    return {"reply": await reply(message)}
