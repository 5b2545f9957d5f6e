"""Texts that are made harmless before they are written, levels given by number, and fields that a schema shaped."""

import logging
import textwrap

from openai import OpenAI
from presidio_analyzer import AnalyzerEngine
from presidio_anonymizer import AnonymizerEngine
from pydantic import BaseModel

logger = logging.getLogger(__name__)
client = OpenAI(timeout=30)
analyzer = AnalyzerEngine()
anonymizer = AnonymizerEngine()
MODEL = "gpt-4.1-2025-04-14"


class Route(BaseModel):
    queue: str
    urgent: bool


def redact(text: str) -> str:
    return " ".join("…" if "@" in word else word for word in text.split())


def route(ticket: str) -> Route:
    logger.info("ticket %s", redact(ticket))  # ok: prompt-logged
    logger.info("ticket %s", anonymizer.anonymize(text=ticket, analyzer_results=analyzer.analyze(text=ticket, language="en")).text)  # ok: prompt-logged
    logger.info("ticket %s", textwrap.shorten(ticket, 40))  # ok: prompt-logged
    logger.log(logging.DEBUG, "ticket %s", ticket)  # ok: prompt-logged
    logger.log(logging.WARNING, "ticket %s", ticket)  # ruleid: prompt-logged
    reply = client.responses.parse(model=MODEL, input=ticket, text_format=Route)
    parsed = reply.output_parsed
    logger.info("routed to %s, urgent: %s", parsed.queue, parsed.urgent)  # ok: prompt-logged
    if parsed is None:
        logger.error("no route in %s", reply.output_text)  # ruleid: prompt-logged
    return parsed


def process(path: str) -> str:
    logger.info("reading %s", path)  # ok: prompt-logged
    with open(path) as file:
        text = file.read()
    return client.responses.create(model=MODEL, instructions="Summarise.", input=text).output_text


def complete(prompt: str, **settings: object) -> str:
    logger.info("settings %s", settings)  # ok: prompt-logged
    return client.responses.create(model=MODEL, input=prompt, **settings).output_text


def send(request: dict[str, object]) -> str:
    logger.info("request %s", request)  # ruleid: prompt-logged
    return client.responses.create(**request).output_text
