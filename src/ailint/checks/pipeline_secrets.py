"""Secrets that a part of a pipeline is given, and which of them are keys of models."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.knowledge.agents import load_agents
from ailint.knowledge.secrets import load_secrets

if TYPE_CHECKING:
    from ailint.project.sections import Section

SECRET = re.compile(r"secrets(?:\.|\[['\"])(\w+)")


def secrets_in(section: Section) -> tuple[str, ...]:
    """Names of the secrets that a section mentions."""
    return tuple(dict.fromkeys(name for setting in section.settings for name in SECRET.findall(setting.raw)))


def model_keys() -> frozenset[str]:
    """Names under which keys of models are kept."""
    return frozenset(load_secrets().table.names.env) - frozenset(load_agents().table.platform_keys)
