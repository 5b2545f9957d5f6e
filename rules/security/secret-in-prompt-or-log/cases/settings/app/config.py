"""Settings of the service."""

from pydantic import SecretStr
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    openai_api_key: SecretStr
    crm_token: str
    crm_url: str = "https://crm.example.com"
    max_tokens: int = 800


settings = Settings()
