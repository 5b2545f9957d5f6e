from fastapi import FastAPI

from letters.classify import Classifier

app = FastAPI()
classifier = Classifier()


@app.post("/classify")
def post_letter(text: str) -> dict[str, str]:
    return {"label": classifier.label(text)}
