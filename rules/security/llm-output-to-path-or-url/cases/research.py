"""A researcher that follows links of a model's choice."""

import ipaddress
import json
import socket
from urllib.parse import quote, urlencode, urlparse

import httpx
import requests
from anthropic import Anthropic
from langchain_community.document_loaders import WebBaseLoader
from langchain_openai import ChatOpenAI

claude = Anthropic(timeout=60)
llm = ChatOpenAI(model="gpt-4.1-2025-04-14", temperature=0, timeout=60)
HOSTS = frozenset({"en.wikipedia.org", "docs.python.org"})
API = "https://api.example.org/v1"


def choose(question: str) -> str:
    return llm.invoke(f"One address that answers: {question}").content.strip()


def read(question: str) -> str:
    return requests.get(choose(question), timeout=20).text  # ruleid: llm-output-to-path-or-url


def read_all(question: str) -> list[str]:
    reply = claude.messages.create(model="claude-opus-4-8", max_tokens=300, messages=[{"role": "user", "content": f"JSON list of addresses: {question}"}])
    with httpx.Client(timeout=20) as client:
        return [client.get(url).text for url in json.loads(reply.content[0].text)]  # ruleid: llm-output-to-path-or-url


def load(question: str) -> list:
    return WebBaseLoader(choose(question)).load()  # ruleid: llm-output-to-path-or-url


def subdomain(question: str) -> str:
    team = llm.invoke(f"Which team owns this? {question}").content
    return httpx.get(f"https://{team}.example.org/status", timeout=5).text  # ruleid: llm-output-to-path-or-url


def from_known_hosts(question: str) -> str:
    url = choose(question)
    if urlparse(url).hostname not in HOSTS:
        return ""
    return requests.get(url, timeout=20).text  # ok: llm-output-to-path-or-url


def from_outside(question: str) -> str:
    url = choose(question)
    address = ipaddress.ip_address(socket.gethostbyname(urlparse(url).hostname or ""))
    if address.is_private or address.is_link_local:
        raise ValueError(url)
    return requests.get(url, timeout=20).text  # ok: llm-output-to-path-or-url


def secure_only(question: str) -> str:
    url = choose(question)
    if not url.startswith("https://"):
        return ""
    return requests.get(url, timeout=20).text  # ruleid: llm-output-to-path-or-url


def look_up(question: str) -> str:
    word = llm.invoke(f"One search word for: {question}").content
    first = requests.get(f"{API}/search?{urlencode({'q': word})}", timeout=20)  # ok: llm-output-to-path-or-url
    second = requests.get("https://en.wikipedia.org/wiki/" + quote(word), timeout=20)  # ok: llm-output-to-path-or-url
    third = requests.get(API, params={"q": word}, timeout=20)  # ok: llm-output-to-path-or-url
    return first.text + second.text + third.text
