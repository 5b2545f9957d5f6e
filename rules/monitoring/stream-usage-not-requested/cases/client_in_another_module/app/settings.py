"""What differs between installations."""

from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    endpoint: str
    api_key: str
    deployment: str = "chat"
    stream: bool = True


settings = Settings()
