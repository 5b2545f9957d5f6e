import os

import httpx
import requests
from agents import Agent, Runner, function_tool

CRM = os.environ["CRM_URL"]


@function_tool
def close_account(account: str) -> str:  # ruleid: dangerous-tool-without-approval
    """Close an account."""
    return requests.delete(f"{CRM}/accounts/{account}", timeout=10).text


@function_tool
def post_anywhere(url: str, body: str) -> str:  # ruleid: dangerous-tool-without-approval
    """Send data."""
    return httpx.post(url, content=body).text


@function_tool
def search(query: str) -> str:  # ok: dangerous-tool-without-approval
    """Search the shop."""
    return requests.post("https://search.internal/api", json={"q": query}, timeout=10).text


@function_tool
def look_up(account: str) -> str:  # ok: dangerous-tool-without-approval
    """Read an account."""
    return requests.get(f"{CRM}/accounts/{account}", timeout=10).text


agent = Agent(name="support", tools=[close_account, post_anywhere, search, look_up])
Runner.run_sync(agent, "Hello")
