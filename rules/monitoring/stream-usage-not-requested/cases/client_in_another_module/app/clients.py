"""One client for the application."""

from functools import lru_cache

from openai import AsyncAzureOpenAI

from app.settings import settings


@lru_cache
def azure() -> AsyncAzureOpenAI:
    return AsyncAzureOpenAI(azure_endpoint=settings.endpoint, api_key=settings.api_key, api_version="2025-04-01-preview", timeout=30)
