from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from openai import OpenAI

app = FastAPI()
bearer = HTTPBearer()
client = OpenAI(timeout=30)
USERS = {"a1": "ana", "b2": "ben"}


def get_current_user(credentials: HTTPAuthorizationCredentials = Depends(bearer)) -> str:
    user = USERS.get(credentials.credentials)
    if user is None:
        raise HTTPException(401)
    return user


@app.post("/chat")
def chat(question: str, user: str = Depends(get_current_user)) -> str:
    return client.responses.create(model="gpt-4.1-2025-04-14", input=question, user=user).output_text
