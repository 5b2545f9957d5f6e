CHAT_MODEL = "claude-opus-4-8"
FAST_MODEL = "gpt-4.1-mini-2025-04-14"
TEMPERATURE = 0.2
