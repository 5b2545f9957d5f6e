from pydantic_settings import BaseSettings


class AzureSettings(BaseSettings):
    endpoint: str
    deployment: str
    api_version: str = "2024-05-01-preview"  # ruleid: azure-api-version-preview
    search_api_version: str = "2024-07-01"  # ok: azure-api-version-preview


azure = AzureSettings()
