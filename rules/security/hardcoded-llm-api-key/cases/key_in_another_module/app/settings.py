import os

DEBUG = os.getenv("DEBUG") == "1"
OPENAI_API_KEY = "sk-proj-0lR8acRYSi4MDF8kWCBX1KpeZUaLJ4d8jOCs4bWYTI6wLqee"  # ruleid: hardcoded-llm-api-key
ANTHROPIC_API_KEY = os.environ.get("ANTHROPIC_API_KEY")  # ok: hardcoded-llm-api-key
