"""Web requests that are model calls: told from the address and the body, and described as if an SDK had made them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ailint.facts import Ref, Value
from ailint.knowledge.hosts import Endpoint, Hosts
from ailint.knowledge.meanings import names
from ailint.project.arguments import Arguments, Given
from ailint.project.text import HOLE
from ailint.project.things import CallRef, Data, External, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.knowledge import Meaning
    from ailint.project.text import Texts

MODEL_KEYS = frozenset({"model", "modelId", "model_id", "name"})
BODILESS = frozenset({"llm.admin"})
DEEPEST = 3


class RawHttp:
    """Gives web requests the meaning of the model call they are."""

    def __init__(self, hosts: Hosts, arguments: Arguments, texts: Texts) -> None:
        self.hosts = hosts
        self.arguments = arguments
        self.texts = texts
        self._translated: dict[tuple[str, str], Meaning] = {}

    def meaning(self, ref: CallRef, meaning: Meaning, thing: External) -> Meaning:
        """The meaning of a web request: a model call's where it is one, else its own."""
        found = self.endpoint(ref, meaning, thing)
        if found is None or not found.role or not (found.role in BODILESS or self.sends(ref, meaning)):
            return meaning
        return self.translated(meaning, found)

    def endpoint(self, ref: CallRef, meaning: Meaning, thing: External) -> Endpoint | None:
        """What a request goes to, as far as its address or its body tells."""
        urls = list(self.urls(ref, meaning, thing))
        bodies = [keys for keys in self.bodies(ref, meaning) if keys]
        telling = [url for url in urls if url.strip(HOLE)]
        if len({bool(self.hosts.endpoint(url) or self.hosts.with_model(url)) for url in telling}) > 1:
            return None
        for url in telling:
            found = self.hosts.endpoint(url)
            if found is not None and found.sure:
                return replace(found, role=self.narrowed(found.role, self.hosts.roles_in("".join(urls)), bodies))
        unsure = [found for url in urls if (found := self.hosts.endpoint(url)) is not None]
        if unsure or not bodies or any(self.hosts.is_own(url) for url in urls):
            return unsure[0] if unsure and self.role_of(bodies) else None
        named = [role for url in urls if (role := self.hosts.with_model(url))] if all(keys & MODEL_KEYS for keys in bodies) else []
        role = named[0] if named else self.role_of(bodies)
        return Endpoint("", role) if role else None

    def narrowed(self, role: str, roles: frozenset[str], bodies: list[frozenset[str]]) -> str:
        """The role of a request whose address may be one of several, by its body: empty where that does not tell either."""
        if len(roles) <= 1 or not bodies:
            return role if len(roles) <= 1 else ""
        telling = {name: keys for name, keys in self.hosts.payload.telling.items() if name in roles}
        return next((name for name, keys in telling.items() if all(body & set(keys) for body in bodies)), "")

    def sends(self, ref: CallRef, meaning: Meaning) -> bool:
        """Whether a request has a body, or may have one."""
        spreads = self.arguments.resolver.call(ref).spreads
        return bool(spreads) or any(self.arguments.values(ref, spelling, meaning.positional) for spelling in meaning.arguments.get("json", ()))

    def role_of(self, bodies: list[frozenset[str]]) -> str:
        """The role that every body has by its keys; a function that sends anything for anybody has none."""
        signatures = self.hosts.payload.signatures
        found = {next((role for role, sets in signatures.items() if any(keys.issuperset(wanted) for wanted in sets)), "") for keys in bodies}
        return found.pop() if len(found) == 1 else ""

    def urls(self, ref: CallRef, meaning: Meaning, thing: External) -> Iterator[str]:
        """The addresses that a request may have, each alternative by itself; below the client's base address where it has one."""
        base = self.base(ref, meaning, thing)
        for spelling in meaning.arguments.get("url", ()):
            for value, spot in self.arguments.values(ref, spelling, meaning.positional):
                for inner, here in self.alternatives(value, spot):
                    text = self.texts.flat(inner, here)
                    yield text if "://" in text else base.rstrip("/") + text

    def base(self, ref: CallRef, meaning: Meaning, thing: External) -> str:
        """The address that a client puts before what it is asked for, or nothing."""
        if not thing.makers:
            return ""
        found = self.arguments.effective(ref, meaning, thing, "base_url")
        texts = [self.texts.flat(one.value, one.spot) for one in found.things if isinstance(one, Data)] if found.given is Given.CALL else []
        return texts[0] if texts else ""

    def alternatives(self, value: Value, spot: Spot) -> Iterator[tuple[Value, Spot]]:
        """What a URL may be, each text by itself."""
        for thing in self.arguments.resolver.things(value, spot):
            yield (thing.value, thing.spot) if isinstance(thing, Data) else (value, spot)

    def bodies(self, ref: CallRef, meaning: Meaning) -> Iterator[frozenset[str]]:
        """The top-level keys of the request's body, of each body that it may send."""
        for spelling in meaning.arguments.get("json", ()):
            for value, spot in self.arguments.values(ref, spelling, meaning.positional):
                for inner, here in self.handed_in(value, spot):
                    yield frozenset(self.arguments.entries.read(inner, here).values)

    def handed_in(self, value: Value, spot: Spot, depth: int = 0) -> Iterator[tuple[Value, Spot]]:
        """The value itself or, where it is a parameter that the function passes on, what each caller hands over."""
        resolver = self.arguments.resolver
        scope = resolver.files[spot.path].scopes[spot.scope]
        name = value.name if isinstance(value, Ref) else ""
        parameter = next((p for p in scope.parameters if p.name == name), None)
        if parameter is None or (spot.scope, name) in resolver.bindings(spot.path).names or depth > DEEPEST:
            yield value, spot
            return
        for ref in resolver.callers(spot.path, spot.scope) or ():
            handed = resolver.handed(ref, scope, parameter)
            if handed is not None:
                yield from self.handed_in(handed, resolver.spot(ref), depth + 1)

    def translated(self, meaning: Meaning, endpoint: Endpoint) -> Meaning:
        """The request's meaning with our arguments looked for in its body."""
        key = meaning.name, endpoint.role
        if key not in self._translated:
            payload = self.hosts.payload
            bodies = meaning.arguments.get("json", ())
            arguments = {ours: tuple(f"{body}.{path}" for body in bodies for path in names(paths)) for ours, paths in payload.arguments.items()}
            self._translated[key] = replace(
                meaning,
                role=endpoint.role,
                arguments={**meaning.arguments, **arguments},
                output=tuple(payload.output),
                usage=tuple(payload.usage),
            )
        return replace(self._translated[key], metered=endpoint.metered)
