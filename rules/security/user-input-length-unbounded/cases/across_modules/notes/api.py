from fastapi import APIRouter

from notes.index import Index
from notes.schemas import Note

router = APIRouter()
index = Index()


@router.post("/notes")
def add(note: Note) -> None:
    index.add(note.text)
