from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    model: str = "mistral-large-2512"
    max_tokens: int = 600
    temperature: float = 0.1


settings = Settings()
