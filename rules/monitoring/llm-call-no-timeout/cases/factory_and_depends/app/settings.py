from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="ASSISTANT_")

    chat_model: str = "gpt-4.1-2025-04-14"
    llm_timeout: float = 45.0
    max_retries: int = 3


settings = Settings()
