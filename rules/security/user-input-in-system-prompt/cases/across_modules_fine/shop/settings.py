from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    shop_name: str = "Spoke & Chain"


settings = Settings()
