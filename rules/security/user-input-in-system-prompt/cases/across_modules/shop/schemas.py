from pydantic import BaseModel, Field


class Question(BaseModel):
    text: str = Field(max_length=2000)
    background: str = Field(default="", max_length=2000)
