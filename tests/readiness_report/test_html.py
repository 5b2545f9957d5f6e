"""The HTML report: one file, whole, reachable by keyboard and reader, in which a repository cannot write markup."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from ailint.facts import Place, Related, Span, satisfied, violated
from ailint.links import Links
from ailint.readiness_report import html
from ailint.readiness_report.compare import Earlier, changes
from ailint.readiness_report.content import Content
from tests.readiness_report.page import Page
from tests.sample_report import sample_of, sample_report

if TYPE_CHECKING:
    from ailint.summary import Report

HOSTILE = "</script><img src=x onerror=alert(1)>\"'`{{7*7}}\x1b[2J\u202e.py"


def page(report: Report | None = None, base: str | None = "./", name: str = "sample") -> Page:
    return Page("\n".join(html.render(Content(name, report or sample_report(), Links(base)))))


def test_every_element_is_closed_and_every_id_unique() -> None:
    found = page()
    assert found.open == []
    assert len(found.ids) == len(set(found.ids))


def test_every_reference_leads_to_something() -> None:
    found = page()
    named = [name for attribute in ("aria-labelledby", "for", "aria-controls") for value in found.values(attribute) for name in value.split()]
    anchors = [href[1:] for href in found.values("href") if href.startswith("#")]
    assert set(named) | set(anchors) <= set(found.ids)
    assert {"areas", "blockers", "domains", "milestones", "done", "roadmap", "method"} <= set(anchors)


def test_nothing_is_fetched() -> None:
    text = "\n".join(html.render(Content("sample", sample_report(), Links("./"))))
    found = Page(text)
    assert [tag for tag, _ in found.elements if tag in {"img", "link", "iframe", "object", "embed", "base"}] == []
    assert found.values("src") == []
    assert [href for href in found.values("href") if not href.startswith(("#", "./"))] == []
    assert re.findall(r"https?://|url\(|@import|fetch\(|XMLHttpRequest|sendBeacon", text) == []


def test_a_browser_runs_our_script_and_no_other() -> None:
    import base64
    import hashlib

    text = "\n".join(html.render(Content("sample", sample_report(), Links("./"))))
    policy = next(value for value in Page(text).values("content") if "script-src" in value)
    for kind in ("script", "style"):
        (inline,) = re.findall(rf"<{kind}>(.*?)</{kind}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert Page(text).values("style") == []


def test_headings_go_down_one_level_at_a_time() -> None:
    levels = [int(tag[1]) for tag, _ in page().elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_the_drawing_is_named_described_and_said_again_in_a_table() -> None:
    found = page()
    assert {"radar-title", "radar-words"} <= set(found.ids)
    assert "Scores of the four areas" in found.words
    assert any("Security and governance controls: 0" in words for words in found.words)
    assert sum(tag == "table" for tag, _ in found.elements) >= 3


def test_every_control_has_a_label() -> None:
    text = "\n".join(html.render(Content("sample", sample_report(), Links("./"))))
    controls = len(re.findall(r"<(?:select|input)\b", text))
    assert controls == len(re.findall(r"<label>[^<]*<(?:select|input)\b|<label><input\b", text))


def test_filters_wait_for_the_script() -> None:
    (form,) = (attributes for tag, attributes in page().elements if tag == "form")
    assert "hidden" in form


def test_each_blocker_can_be_filtered() -> None:
    articles = [attributes for tag, attributes in page().elements if tag == "article"]
    assert (articles[0]["data-severity"], articles[0]["data-area"]) == ("critical", "security")
    assert all(found["data-area"] and found["data-severity"] for found in articles)


def test_controls_that_no_rule_asks_for_are_shown_with_their_places() -> None:
    words = " ".join(page().words)
    assert "Limits how often it is asked" in words
    assert "fallback is declared outside the repository: the gateway" in words


def hostile() -> Report:
    """A repository whose names, code and messages all try to become markup."""
    place = Place(HOSTILE, Span(1, 0, 1, 5), HOSTILE)
    code = f"x = '{HOSTILE}'\n"
    return sample_of([violated(place, HOSTILE, related=(Related(place, HOSTILE),)), satisfied(place, HOSTILE)], {HOSTILE: code})


@pytest.mark.parametrize("base", ["./", None, "https://forge.example/blob/"])
def test_hostile_text_is_text(base: str | None) -> None:
    plain, found = page(base=base), page(hostile(), base=base, name=HOSTILE)
    tags = {tag for tag, _ in found.elements}
    assert tags <= {tag for tag, _ in plain.elements} | {"a", "details", "summary"}
    assert not {"img"} & tags
    assert [name for _, attributes in found.elements for name in attributes if name.startswith("on")] == []
    assert all(href.startswith(("#", base or "#")) for href in found.values("href"))
    assert not {"\x1b", "\u202e"} & set("".join(found.words))
    assert any("{{7*7}}" in words for words in found.words)


def test_a_secret_is_cut() -> None:
    secret = "sk-proj-" + "a1B2c3D4" * 4
    place = Place("app.py", Span(1, 0, 1, 5))
    text = "\n".join(html.render(Content("x", sample_of([violated(place, "bad")], {"app.py": f'key = "{secret}"\n'}), Links(None))))
    assert secret not in text
    assert "sk-p…" in text


def test_progress_is_shown() -> None:
    report = sample_report()
    before = Earlier(replace(report.readiness, score=None, blockers=()), ())
    words = "".join(Page("\n".join(html.render(Content("x", report, Links(None), changes(before, report))))).words)
    assert "Since the last report" in words


def test_no_ai_is_said() -> None:
    report = replace(sample_of([], {}), projects=((".", "none"),))
    assert "No AI was found, so there is nothing to judge." in page(report).words


def test_contrast() -> None:
    """Every colour of words on every ground that it stands on, at least 4.5 to 1."""
    for palette in re.findall(r":root \{(.*?)\}", html._asset("page.css"), re.DOTALL):  # noqa: SLF001 -- the file as it is shipped
        colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", palette))
        pairs = [(word, ground) for word in ("ink", "soft", "accent") for ground in ("paper", "card", "faint")]
        pairs += [(word, ground) for word in ("critical", "high", "medium", "low", "good") for ground in ("paper", "card", f"{word}-bg")]
        pairs += [("ink", f"{ground}-bg") for ground in ("critical", "high", "medium", "good")]
        assert {pair for pair in pairs if contrast(colours[pair[0]], colours[pair[1]]) < 4.5} == set()


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    shares = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
