from fastapi import APIRouter
from pydantic import BaseModel

from notes.index import Index
from notes.limits import refuse_long

router = APIRouter()
index = Index()


class Note(BaseModel):
    text: str  # ok: user-input-length-unbounded


@router.post("/notes")
def add(note: Note) -> None:
    refuse_long(note.text)
    index.add(note.text)
