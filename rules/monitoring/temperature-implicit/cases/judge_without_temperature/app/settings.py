from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    model: str = "gpt-4.1-2025-04-14"
    temperature: float = 0.2


settings = Settings()
