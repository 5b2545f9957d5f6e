"""Keys of AI providers that are written into the repository."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pathspec import GitIgnoreSpec

from ailint.checks.scanners import known_to_scanner
from ailint.facts import Item, Literal, Place, Ref, Value, Verdict, satisfied, violated
from ailint.knowledge.secrets import Secrets, entropy, load_secrets, masked
from ailint.project.arguments import Given
from ailint.project.environment import ENVIRONMENT, last_name, set_in_settings
from ailint.project.things import Data, Environment, External, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

RANDOM = 3.0
KEY_WORD = re.compile(r"key|token|secret|credential|pass", re.IGNORECASE)
SCHEMES = ("bearer ", "token ", "apikey ")
DOUBLES = frozenset({"test", "example", "eval"})
CLIENTS = ("llm", "embed", "vector", "rerank", "moderation", "agent", "model.load", "dataset.load")


def hardcoded_llm_api_key(project: Project) -> Iterator[Verdict]:
    """No key is written in any file: not by its form, not as what a client, the environment or a request is given."""
    secrets = load_secrets()
    found: dict[tuple[str, int], Verdict] = {}
    for key in (*_by_form(project), *_in_code(project, secrets), *_in_settings(project, secrets)):
        if not known_to_scanner(key.place.path, project, secrets):
            words = f"{key.kind}: {key.shown}. Whoever can read the repository has it"
            found.setdefault((key.place.path, key.place.span.line), violated(key.place, words))
    yield from found.values()
    yield from _handed_over_well(project, found)


@dataclass(frozen=True, slots=True)
class Key:
    """A key in the repository: what kind, and what may be shown of it."""

    kind: str
    shown: str
    place: Place


def _by_form(project: Project) -> Iterator[Key]:
    """Keys that their own form gives away, in any text file."""
    for path, file in project.files.items():
        yield from (Key(secret.kind, secret.shown, Place(path, secret.span)) for secret in file.secrets)


# Python


def _in_code(project: Project, secrets: Secrets) -> Iterator[Key]:
    """Literals that stand where only a key can; tests and examples may have doubles there."""
    for site in project.calls(*CLIENTS):
        if "api_key" in site.meaning.arguments and project.role(site.path) not in DOUBLES:
            yield from _given_to_client(site, project, secrets)
    for path in project.vocabulary.files_with(secrets.key_names(project.vocabulary.words)):
        if project.role(path) not in DOUBLES:
            yield from _assigned(path, project, secrets)
    for path in {site.path: None for site in project.calls("http", "llm")}:
        if project.role(path) not in DOUBLES and not secrets.headers.isdisjoint(map(str.lower, project.python[path].words)):
            yield from _in_headers(path, project, secrets)


def _given_to_client(site: Site, project: Project, secrets: Secrets) -> Iterator[Key]:
    address = project.argument(site, "base_url")
    if any(_is_local(str(constant), secrets) for constant in address.constants):
        return
    for thing in project.argument(site, "api_key").things:
        if isinstance(thing, Data) and isinstance(thing.value, Literal) and thing.value.span is not None:
            yield from _literal(thing.value, thing.spot, "api_key", project, secrets)


def _assigned(path: str, project: Project, secrets: Secrets) -> Iterator[Key]:
    """`openai.api_key = "…"`, `os.environ["…_API_KEY"] = "…"`, `os.environ.setdefault("…_API_KEY", "…")`, `OPENAI_API_KEY = "…"`."""
    facts = project.python[path]
    for index, step in enumerate(facts.steps):
        if step.kind == "bind" and isinstance(step.value, Literal) and secrets.is_long_enough(step.value.value):
            spot = Spot(path, step.scope, step.block, index)
            if _names_key(step.target, spot, project, secrets):
                yield from _literal(step.value, spot, last_name(step.target) if isinstance(step.target, Ref) else "", project, secrets)
    for call in facts.calls if not facts.words.isdisjoint(ENVIRONMENT) else ():
        if isinstance(call.func, Ref) and call.func.name.endswith(("environ.setdefault", "putenv")) and len(call.args) > 1:
            name, value = call.args[:2]
            if isinstance(name, Literal) and secrets.is_key_name(str(name.value)) and isinstance(value, Literal) and value.span is not None:
                yield from _literal(value, Spot(path, call.scope, call.block, call.step), str(name.value), project, secrets)


def _names_key(target: Value | None, spot: Spot, project: Project, secrets: Secrets) -> bool:
    if isinstance(target, Item) and isinstance(target.key, Literal):
        return last_name(target.base) == "environ" and secrets.is_key_name(str(target.key.value))
    if isinstance(target, Ref) and "." in target.name:
        origins = {project.knowledge.plain(thing.origin) for thing in project.things(target, spot) if isinstance(thing, External)}
        return not origins.isdisjoint(map(project.knowledge.plain, secrets.table.names.attributes))
    return isinstance(target, Ref) and secrets.is_key_name(target.name)


def _in_headers(path: str, project: Project, secrets: Secrets) -> Iterator[Key]:
    """`{"Authorization": "Bearer …"}`."""
    for value, spot in project.resolver.bindings(path).mappings:
        for name, part in value.entries:
            header = str(name.value).lower() if isinstance(name, Literal) else ""
            if header in secrets.headers and isinstance(part, Literal) and part.span is not None:
                yield from _literal(part, spot, header, project, secrets)


def _literal(value: Literal, spot: Spot, name: str, project: Project, secrets: Secrets) -> Iterator[Key]:
    """A literal that stands for a key, unless it is a placeholder, a label or a public key."""
    text = str(value.value)
    bare = next((text[len(scheme) :] for scheme in SCHEMES if text.lower().startswith(scheme)), text)
    if " " in bare or secrets.is_placeholder(bare) or secrets.is_public(bare, name) or entropy(bare) < RANDOM or value.span is None:
        return
    kind = secrets.form_of(bare, name) or "A literal in the place of a key"
    yield Key(kind, masked(bare), Place(spot.path, value.span, project.python[spot.path].scopes[spot.scope].symbol))


def _is_local(address: str, secrets: Secrets) -> bool:
    """Whether an address is on the own machine or network: a key for it is a dummy."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return host in secrets.table.local_hosts or (bool(host) and "." not in host)


# settings


def _in_settings(project: Project, secrets: Secrets) -> Iterator[Key]:
    """Values of key names in settings: any that is no placeholder in files made to hold keys, elsewhere those in a provider's form."""
    examples, holders = (GitIgnoreSpec.from_lines(patterns) for patterns in (secrets.table.files.examples, _holders(secrets)))
    for path, file in project.files.items():
        if file.settings and project.role(path) not in DOUBLES and not examples.match_file(path):
            for setting, name, value in set_in_settings(file.settings):
                if not KEY_WORD.search(name) or secrets.is_placeholder(value) or secrets.is_public(value, name) or " " in value:
                    continue
                kind = secrets.form_of(value, name)
                if not kind and holders.match_file(path) and secrets.is_key_name(name) and entropy(value) >= RANDOM:
                    kind = f"The value of `{name}`"
                if kind:
                    yield Key(kind, masked(value), Place(path, setting.span))


def _holders(secrets: Secrets) -> list[str]:
    return [*secrets.table.files.committed, *secrets.table.files.agents]


# what is done well


def _handed_over_well(project: Project, found: dict[tuple[str, int], Verdict]) -> Iterator[Verdict]:
    """Clients whose key comes from outside the repository."""
    for site in project.calls("llm.client", "embed.client"):
        if not site.thing.makers and "api_key" in site.meaning.arguments and (site.path, site.call.span.line) not in found:
            key = project.argument(site, "api_key")
            if key.given is not Given.CALL or any(isinstance(thing, Environment) for thing in key.things):
                yield satisfied(site.place, "its key comes from outside the repository")
