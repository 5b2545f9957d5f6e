"""Credentials in what a notebook keeps of its runs: printed text, results, errors, metadata; what they are is kept, never their value."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from ailint.facts import Secret
from ailint.knowledge.printed import NEVER, lasts_until, load_printed, token_end
from ailint.knowledge.secrets import masked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.facts import Span
    from ailint.knowledge.printed import Printed

LONGEST = 1 << 20  # characters of one output that are searched
AROUND = 1000
BEFORE = 64
COLOURS = re.compile(r"\x1b\[[0-9;]{0,20}m")
NAMED = re.compile(
    r"""(?P<end>[Kk][Ee][Yy]|TOKEN|_token|[Ss][Ee][Cc][Rr][Ee][Tt]|PASSWO?R?D)(?:\\?["'])?\s{0,3}[:=]\s{0,3}(?P<quote>b?\\?["']|)"""
    r"""(?P<value>[^\s"',;:=(){}\[\]\\]{8,512}+={0,2})(?=\\?["']|\s|$)"""
)
NAME = re.compile(r"(?<![\w$-])[A-Za-z][\w-]*$")


class Kept(NamedTuple):
    """A cell as the file has it, and where its code begins in the joined source."""

    span: Span
    content: dict[str, Any]


def printed_secrets(data: bytes, content: dict[str, Any], cells: list[Kept]) -> Iterator[Secret]:
    """The credentials of every cell's outputs, each kind and value once a cell; those in metadata stand at the first cell."""
    known = load_printed()
    if cells and known.may_be_in(data):
        for cell in cells:
            texts = [*_outputs(cell.content, known), *_metadata(cell.content)]
            yield from _placed(texts, cell.span, known)
        yield from _placed(_metadata(content), cells[0].span, known)


def _placed(texts: Iterable[str], span: Span, known: Printed) -> Iterator[Secret]:
    found = (Secret(kind, masked(value), span, until) for text in texts for kind, value, until in credentials(text, known))
    yield from dict.fromkeys(found)


def credentials(text: str, known: Printed) -> Iterator[tuple[str, str, str]]:
    """Every credential in a text: kind, value, and the last day on which it is good, empty where it does not end. A value counts once."""
    taken: set[str] = set()
    plain = COLOURS.sub("", text[:LONGEST])
    for kind, value, until in (*_keys(plain, known), *_forms(plain, known), *_named(plain, known)):
        if until and not any(value in other for other in taken):
            taken.add(value)
            yield kind, value, "" if until == NEVER else until


def _keys(text: str, known: Printed) -> Iterator[tuple[str, str, str]]:
    """Keys of providers."""
    from ailint.read.secrets import keys_in

    data = text.encode(errors="replace")
    for form, start, end in keys_in(data, known.secrets):
        yield form.name, data[start:end].decode(errors="replace"), NEVER


def _forms(text: str, known: Printed) -> Iterator[tuple[str, str, str]]:
    for form, marks, regex in known.forms:
        for match in regex.finditer(text) if any(mark in text for mark in marks) else ():
            if known.is_secret(form, match):
                around = text[max(0, match.start() - AROUND) : match.end() + AROUND]
                yield form.name, match["value"], lasts_until(form, match["value"], around)


def _named(text: str, known: Printed) -> Iterator[tuple[str, str, str]]:
    """Values that are printed with a name that says they are secret: of the environment, of settings."""
    for match in NAMED.finditer(text):
        name = NAME.search(text[max(0, match.end("end") - BEFORE) : match.end("end")])
        quoted = bool(match["quote"])
        if name and (quoted or _is_line(text, match, name[0])) and (kind := known.kind_of(name[0], match["value"], quoted=quoted)):
            yield kind, match["value"], token_end(match["value"])


def _is_line(text: str, match: re.Match[str], name: str) -> bool:
    """Whether nothing else stands on the line of `NAME=value`."""
    line = text[text.rfind("\n", 0, match.start()) + 1 :].partition("\n")[0].strip()
    return line == f"{name}={match['value']}"


# outputs


def _outputs(cell: dict[str, Any], known: Printed) -> Iterator[str]:
    """The texts of a cell's outputs, of format 4 and of format 3, where the kinds stand beside the rest."""
    outputs = cell.get("outputs")
    for output in outputs if isinstance(outputs, list) else ():
        if isinstance(output, dict):
            bundle = output.get("data")
            parts = {**output, **(bundle if isinstance(bundle, dict) else {})}
            yield from (_flat(part, kind) for kind, part in parts.items() if kind != "data" and not kind.startswith(known.skipped))


def _metadata(holder: dict[str, Any]) -> Iterator[str]:
    metadata = holder.get("metadata")
    if isinstance(metadata, dict) and metadata:
        yield _flat(metadata)


def _flat(part: Any, kind: str = "") -> str:  # noqa: ANN401 -- what JSON holds
    """The text of an output: as it is, its lines together, or a structure as JSON writes it."""
    if isinstance(part, str):
        return part
    if isinstance(part, list) and all(isinstance(line, str) for line in part):
        return ("\n" if kind == "traceback" else "").join(part)
    return json.dumps(part, ensure_ascii=False) if isinstance(part, dict | list) else ""
