from agents.base import Agent, LocalAgent
from agents.writer import Writer

__all__ = ["Agent", "LocalAgent", "Writer"]
