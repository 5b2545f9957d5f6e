"""HTML: one file that needs nothing else, in which no text of a repository can be anything but text."""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ailint import __version__
from ailint.facts import Severity
from ailint.readiness.scheme import DOMAINS, LADDERS, MILESTONES, RUNGS, WEIGHTS
from ailint.readiness_report import content as words
from ailint.readiness_report import radar
from ailint.rule import AREAS
from ailint.settings import Stage
from ailint.summary import areas
from ailint.terminal import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment
    from markupsafe import Markup

    from ailint.readiness_report.content import Content

FOLDER = "ailint.readiness_report"
CODE = re.compile(r"`([^`]+)`")


def render(content: Content) -> Iterator[str]:
    """The page."""
    page = environment().get_template("page.html.jinja").render(**_values(content))
    yield from page.rstrip().split("\n")


def environment() -> Environment:
    """Templates that escape whatever they are given, and make each of its characters visible."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    made = Environment(
        loader=FunctionLoader(_asset), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_made_visible
    )
    made.filters["prose"] = _prose
    made.filters["effort"] = words.effort
    return made


def _values(content: Content) -> dict[str, Any]:
    from markupsafe import Markup

    report = content.report
    axes = radar.axes([(area.title, area.score) for area in areas(report)])
    return {
        "content": content,
        "report": report,
        "ready": report.readiness,
        "name": content.name,
        "words": words,
        "areas": areas(report),
        "area_titles": AREAS,
        "domains": DOMAINS,
        "ladders": LADDERS,
        "milestones": MILESTONES,
        "rungs": RUNGS,
        "stages": list(Stage),
        "severities": list(Severity),
        "weights": WEIGHTS,
        "problems": words.problems(report),
        "practices": list(words.practices(report)),
        "controls": words.controls(report),
        "bands": words.BANDS,
        "matrix": list(words.matrix(report.readiness.domains)),
        "axes": axes,
        "rings": radar.rings(),
        "shape": radar.shape(axes),
        "version": __version__,
        "self_style": Markup(_asset("page.css")),  # noqa: S704 -- our own file
        "self_script": Markup(_asset("page.js")),  # noqa: S704 -- our own file
        "policy": f"default-src 'none'; style-src {_digest('page.css')}; script-src {_digest('page.js')}; base-uri 'none'; form-action 'none'",
    }


def _asset(name: str) -> str:
    return files(FOLDER).joinpath(name).read_text(encoding="utf-8")


def _digest(asset: str) -> str:
    """The name under which a browser lets an inline style or script be, and no other."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(_asset(asset).encode()).digest()).decode()}'"


def _made_visible(value: object) -> object:
    """Plain text without hidden characters; markup of our own stays as it is."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _prose(text: str) -> Markup:
    """Words in which what stands in backticks is code."""
    from markupsafe import Markup

    parts = CODE.split(" ".join(text.split()))
    return Markup().join(Markup("<code>{}</code>").format(visible(part)) if odd % 2 else visible(part) for odd, part in enumerate(parts))
