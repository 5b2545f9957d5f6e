from pydantic import BaseModel


class Note(BaseModel):
    text: str  # ruleid: user-input-length-unbounded
    author_id: int
