from fastapi import FastAPI

from returns.decide import decide

api = FastAPI()


@api.post("/decide")
def post(request: str) -> dict[str, str]:
    return {"answer": decide(request)}
