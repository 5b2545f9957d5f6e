"""Prompts: the texts that reach a model, with their message role and where they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ailint.facts import (
    Collection,
    Literal,
    Mapping,
    Place,
    Span,
    Template,
    Value,
)
from ailint.project.things import Data, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.bindings import Bindings
    from ailint.project.flow import Trace
    from ailint.project.project import Project
    from ailint.project.sites import Site

SYSTEM_ROLES = frozenset({"system", "developer"})
MESSAGE_ROLES = SYSTEM_ROLES | {"user", "human", "assistant", "ai"}
ARGUMENT_ROLES = {"system": "system", "instructions": "system", "prompt": "user", "template": "template", "content": "user", "messages": "user"}
TEMPLATING = frozenset({"prompt.template", "prompt.load", "agent.define", "agent.run"})
ROLES_OF_SITES = {"message.system": "system", "message.user": "user", "message.assistant": "assistant"}
SENTENCE = re.compile(r"[.!?](?:\s|$)")
WORDS = re.compile(r"[^\W\d_]{2,}")
LABEL = 3  # words


@dataclass(frozen=True, slots=True)
class Message:
    """A message on its way to a model: its role (`system`, `user`, `assistant`, `template`) and its content, as written.

    `templated`: names in braces are put in by whoever takes it.
    """

    role: str
    content: Value
    spot: Spot
    place: Place
    templated: bool = False


@dataclass(frozen=True, slots=True)
class Prompt:
    """One text of the code that reaches a model.

    `fixed` is what of it is fixed, `roles` the message roles it is used in, `uses` where, `handed_in` the files in which it is handed to a
    function on its way. `filled`: something may be put into it before it gets there.
    """

    place: Place
    value: Value
    spot: Spot
    fixed: str
    roles: frozenset[str]
    uses: tuple[Place, ...]
    handed_in: frozenset[str] = frozenset()
    filled: bool = False

    @property
    def statements(self) -> int:
        """Lines that hold fixed text, or sentences, whichever are more."""
        lines = [line for line in self.fixed.splitlines() if WORDS.search(line) or re.search(r"\w", line)]
        return max(len(lines), len(SENTENCE.findall(self.fixed)))

    @property
    def instructs(self) -> bool:
        """Whether some line of the fixed text says something, rather than labelling what is put in."""
        return any(says(line) for line in self.fixed.splitlines())


def says(line: str) -> bool:
    """Whether a line is a sentence: some words and a mark at the end, or more words than a label has."""
    words = len(WORDS.findall(line))
    return words >= LABEL + 2 or (words >= LABEL and bool(SENTENCE.search(line) or line.rstrip().endswith(":")))


def messages(project: Project) -> tuple[Message, ...]:
    """Every message that the code makes for a model."""
    return project.shared("messages", lambda: tuple(written(project)))


def written(project: Project) -> Iterator[Message]:
    """The same, not yet kept."""
    for site in project.calls("llm.chat", "agent.define", "agent.run", "message", "prompt.template"):
        for argument, role in ARGUMENT_ROLES.items():
            for content, spot in contents(project, site, argument):
                yield Message(ROLES_OF_SITES.get(site.role, role), content, spot, site.place, takes_template(site))
    for path in project.vocabulary.files_with(MESSAGE_ROLES):
        yield from displayed(project.resolver.bindings(path))


def takes_template(site: Site) -> bool:
    """Whether what a call is given as text is a template."""
    return site.role in TEMPLATING or "template" in site.meaning.arguments.get("content", ())


def contents(project: Project, site: Site, argument: str) -> Iterator[tuple[Value, Spot]]:
    """What a call is given as text: as written, or from inside a configuration object; a list of messages is read elsewhere."""
    given = project.given(site, argument)
    if given is not None:
        held = project.things(given, site.spot) if argument == "messages" else ()
        if not any(isinstance(thing, Data) and isinstance(thing.value, Collection | Mapping) for thing in held):
            yield given, site.spot
        return
    nested_in = project.written(site, argument)
    for thing in nested_in.things if nested_in is not None else ():
        if isinstance(thing, Data) and not isinstance(thing.value, Collection | Mapping):
            yield thing.value, thing.spot


def displayed(bindings: Bindings) -> Iterator[Message]:
    """Messages written as dictionaries, `{"role": …, "content": …}`, or as pairs, `("system", …)`."""
    path, facts = bindings.path, bindings.facts
    for value, spot in bindings.composed:
        if isinstance(value, Mapping):
            fields = {key.value: item for key, item in value.entries if isinstance(key, Literal)}
            role, content = fields.get("role"), fields.get("content", fields.get("parts"))
            if isinstance(role, Literal) and role.value in MESSAGE_ROLES and content is not None:
                yield Message(named(str(role.value)), content, spot, Place(path, value.span, facts.scopes[spot.scope].symbol))
        elif isinstance(value, Collection) and value.kind == "tuple" and len(value.items) == 2:  # noqa: PLR2004 -- a pair
            role, content = value.items
            if isinstance(role, Literal) and role.value in MESSAGE_ROLES and role.span is not None:
                yield Message(named(str(role.value)), content, spot, Place(path, role.span, facts.scopes[spot.scope].symbol), templated=True)


def named(role: str) -> str:
    """A message role under our name for it."""
    return {"developer": "system", "human": "user", "ai": "assistant"}.get(role, role)


def prompts(project: Project) -> tuple[Prompt, ...]:
    """Every text of the code that reaches a model, once, however many messages use it."""
    found: dict[tuple[str, Span], list[tuple[Message, Trace]]] = {}
    for message in messages(project):
        if project.role(message.place.path) in {"test", "generated", "vendored"}:
            continue
        for trace in project.flow.texts(message.content, message.spot):
            found.setdefault((trace.place.path, trace.place.span), []).append((message, trace))
    result = [prompt for uses in found.values() for prompt in assembled(uses)]
    return tuple(sorted(result, key=lambda prompt: (prompt.place.path, prompt.place.span.line, prompt.place.span.column)))


def assembled(uses: list[tuple[Message, Trace]]) -> Iterator[Prompt]:
    """The prompt of one text, from all its uses."""
    _, trace = uses[0]
    if trace.value is None or trace.spot is None:
        return
    yield Prompt(
        place=trace.place,
        value=trace.value,
        spot=trace.spot,
        fixed=fixed_text(trace.value),
        roles=frozenset(message.role for message, _ in uses),
        uses=tuple(dict.fromkeys(message.place for message, _ in uses)),
        handed_in=frozenset(path for _, other in uses for path in other.handed_in),
        filled=any(message.templated or other.filled for message, other in uses),
    )


def fixed_text(value: Value) -> str:
    """What of a text is fixed where it is written; constants of the project that are put in do not count."""
    if isinstance(value, Literal):
        return str(value.value)
    if isinstance(value, Template):
        return "".join(str(part.value) if isinstance(part, Literal) else "\x00" for part in value.parts)
    return ""
