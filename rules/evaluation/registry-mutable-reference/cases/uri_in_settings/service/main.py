from fastapi import FastAPI

from service.models import load

app = FastAPI()
model = load()


@app.post("/fraud")
def fraud(amount: float) -> dict[str, float]:
    return {"score": float(model.predict([[amount]])[0])}
