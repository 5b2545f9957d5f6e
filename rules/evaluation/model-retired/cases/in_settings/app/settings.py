from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    writer: str = "claude-3-5-sonnet-20241022"  # ruleid: model-retired
    reader: str = "gemini-3.8-flash"  # ok: model-retired


settings = Settings()
