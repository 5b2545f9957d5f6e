"""Reports of a model, kept as files."""

import re
import tempfile
import uuid
from datetime import UTC, datetime
from pathlib import Path

from openai import OpenAI

client = OpenAI(timeout=60)
FOLDER = Path("reports")
UNSAFE = re.compile(r"[^a-z0-9-]+")


def ask(prompt: str) -> str:
    return client.responses.create(model="gpt-4.1-2025-04-14", input=prompt).output_text


def by_title(report: str) -> Path:
    title = ask(f"A file name for this report: {report}").strip().replace(" ", "_")
    path = FOLDER / f"{title}.md"
    path.write_text(report)  # ruleid: llm-output-to-path-or-url
    return path


def by_slug(report: str) -> Path:
    path = FOLDER / f"{UNSAFE.sub('-', ask(f'A title for: {report}').lower())}.md"
    path.write_text(report)  # ok: llm-output-to-path-or-url
    return path


def by_date(topic: str) -> Path:
    report = ask(f"Report on {topic}")
    path = FOLDER / f"{datetime.now(UTC):%Y-%m-%d}-{uuid.uuid4()}.md"
    path.write_text(report)  # ok: llm-output-to-path-or-url
    return path


def of_parts(topic: str) -> None:
    parts = {"summary": ask(f"Summarise {topic}"), "details": ask(f"Details of {topic}")}
    for name, text in parts.items():
        (FOLDER / f"{name}.md").write_text(text)  # ok: llm-output-to-path-or-url


def draft(topic: str) -> str:
    with tempfile.NamedTemporaryFile("w", suffix=".md", delete=False) as file:
        file.write(ask(f"Draft on {topic}"))
    return Path(file.name).read_text()  # ok: llm-output-to-path-or-url


def of_kind(topic: str) -> str:
    kind = ask("Is this a `memo` or a `letter`? One word.").strip()
    if kind not in ("memo", "letter"):
        kind = "memo"
        return Path("templates/memo.txt").read_text()  # ok: llm-output-to-path-or-url
    return Path(f"templates/{kind}.txt").read_text()  # ok: llm-output-to-path-or-url
