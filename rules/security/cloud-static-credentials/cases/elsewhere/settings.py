from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    azure_openai_api_key: str
    endpoint: str


settings = Settings()
