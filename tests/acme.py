"""Tables of a library that does not exist, so that tests of what tables say do not move with real libraries."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from ailint.knowledge import Knowledge
from ailint.knowledge.tables import Library

ACME: dict[str, Any] = {
    "library": "acme",
    "as_of": dt.date(2026, 1, 1),
    "source": "nowhere",
    "packages": {"python": ["acme", "acme-extras"]},
    "imports": ["acme"],
    "transparent": ["raw"],
    "aliases": {"acme.old.Client": "acme.Client", "acme.legacy": "acme.old", "acme.made()": "acme.Client"},
    "classes": [
        {
            "name": "acme.Client",
            "role": "llm.client",
            "positional": ["key"],
            "arguments": {"timeout": ["timeout", "http.timeout"], "retries": "retries", "key": "key"},
            "defaults": {"timeout": 600, "retries": None, "top_p": "unknown"},
            "fluent": ["with_options"],
        },
        {"name": "acme.AsyncClient", "like": "acme.Client", "async": True, "defaults": {"timeout": 30}},
        {"name": "acme.LocalClient", "like": "acme.AsyncClient", "local": True, "metered": False, "async": False},
        {"name": "acme.Http", "positional": ["timeout"]},
        {"name": "acme.Options"},
        {
            "name": "acme.AnyClient",
            "role": "llm.client",
            "arguments": {"model": "model", "provider": "provider"},
            "defaults": {"timeout": "unknown"},
            "by_model": {"fast": "acme.AsyncClient", "any:slow": "acme.Client"},
        },
        {"name": "acme.Store", "role": "vector.client", "storage": "memory"},
        {"name": "acme.Versioned", "role": "llm.client", "versions": "<2", "defaults": {"timeout": 10, "retries": 1}},
        {"name": "acme.Versioned", "role": "llm.client", "versions": ">=2", "defaults": {"timeout": 20, "retries": 1}},
    ],
    "calls": [
        {
            "name": "chat.ask",
            "on": "acme.Client",
            "role": "llm.chat",
            "positional": ["model", "text"],
            "arguments": {
                "model": "model",
                "timeout": ["timeout", "config.http.timeout", "wait|ms"],
                "temperature": ["temperature", "options.temperature"],
                "top_p": "top_p",
                "stream": "stream",
            },
            "defaults": {"stream": False},
            "output": "text",
            "usage": ["usage", "counts"],
        },
        {"name": "parse", "on": "acme.Client", "role": "llm.chat", "structured": True, "returns": "self"},
        {"name": ["acme.ask", "acme.ask_many"], "role": "llm.chat", "arguments": {"model": "model"}, "async": True},
        {"name": "acme.make", "returns": "acme.Client"},
        {"name": "acme.service", "returns": "acme.{0}Client"},
    ],
    "evidence": [{"practice": "tracing", "calls": ["acme.trace"]}],
    "removals": [{"name": "acme.Gone", "instead": "acme.Client", "removed_in": "2"}],
}


def library(**changes: Any) -> Library:
    return msgspec.convert({**ACME, **changes}, Library, strict=True)


def knowledge(**changes: Any) -> Knowledge:
    return Knowledge([library(**changes)])
