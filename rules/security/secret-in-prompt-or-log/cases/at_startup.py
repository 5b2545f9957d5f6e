"""What a service tells of its configuration when it starts."""

import logging
import os

import anthropic
import httpx

logger = logging.getLogger(__name__)
API_KEY = os.getenv("ANTHROPIC_API_KEY", "")
MAX_TOKENS = int(os.getenv("MAX_TOKENS", "800"))
KEY_VAULT_NAME = os.environ.get("KEY_VAULT_NAME")
SEARCH = os.environ.get("SEARCH_URL", "https://search.example.com")

logger.info("key: %s", API_KEY)  # ruleid: secret-in-prompt-or-log
logger.debug(f"starting with {os.environ['HF_TOKEN']}")  # ruleid: secret-in-prompt-or-log
print("token", os.environ.get("GITHUB_TOKEN"))  # ruleid: secret-in-prompt-or-log
logger.info("key set: %s, %d characters", bool(API_KEY), len(API_KEY))  # ok: secret-in-prompt-or-log
logger.info("key %s…", API_KEY[:4])  # ok: secret-in-prompt-or-log
logger.info("key is %s", "set" if API_KEY else "missing")  # ok: secret-in-prompt-or-log
logger.info("at most %d tokens, vault %s", MAX_TOKENS, KEY_VAULT_NAME)  # ok: secret-in-prompt-or-log

client = anthropic.Anthropic(api_key=API_KEY, timeout=60)  # ok: secret-in-prompt-or-log


def mask(value: str) -> str:
    return value[:2] + "*" * (len(value) - 2)


def ask(question: str) -> str:
    if not API_KEY:
        logger.error("ANTHROPIC_API_KEY is not set")  # ok: secret-in-prompt-or-log
    logger.info("asking with %s", mask(API_KEY))  # ok: secret-in-prompt-or-log
    headers = {"Authorization": f"Bearer {os.environ['SEARCH_TOKEN']}"}
    found = httpx.get(SEARCH, params={"q": question}, headers=headers, timeout=10)  # ok: secret-in-prompt-or-log
    logger.info("found %s", found.text)  # ok: secret-in-prompt-or-log
    logger.warning("request headers: %s", headers)  # ruleid: secret-in-prompt-or-log
    url = f"{SEARCH}/suggest?key={API_KEY}"
    if found.status_code == 401:
        raise ValueError(f"{url} was refused")  # ruleid: secret-in-prompt-or-log
    messages = [{"role": "user", "content": question + found.text}]  # ok: secret-in-prompt-or-log
    return client.messages.create(model="claude-opus-4-8", max_tokens=MAX_TOKENS, messages=messages).content[0].text
