from pydantic import Field
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    chat_model: str = Field(default="gpt-4.1")  # ruleid: model-alias-unpinned
    title_model: str = "gpt-4.1-mini-2025-04-14"  # ok: model-alias-unpinned
    deployment: str  # ok: model-alias-unpinned


settings = Settings()
