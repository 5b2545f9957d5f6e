from fastapi import HTTPException

LONGEST = 8000


def refuse_long(text: str) -> None:
    if len(text) > LONGEST:
        raise HTTPException(status_code=413, detail="too long")
