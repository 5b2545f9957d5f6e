from fastapi import FastAPI

from letters.classify import classify

app = FastAPI()


@app.post("/classify")
def post_letter(text: str) -> dict[str, str]:
    return {"label": classify(text)}
