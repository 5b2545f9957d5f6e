"""Where secrets and personal data begin: reads of the environment and of vaults, settings, fields of records."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ailint.facts import Attribute, Item, Literal, Place, Ref, Span, Value
from ailint.knowledge.secrets import load_secrets
from ailint.project.flow.trace import Trace
from ailint.project.things import Class, Environment, External, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.knowledge.secrets import Secrets
    from ailint.project.flow.engine import Flow
    from ailint.project.flow.walk import Walk
    from ailint.project.sites import Site

READING = frozenset({"env.read", "secret.read"})


class Confidential:
    """Asked by the flow on walks to where a value may be read."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.resolver = flow.resolver

    @cached_property
    def secrets(self) -> Secrets:
        """What names and forms of secrets look like."""
        return load_secrets()

    # secrets

    def read(self, site: Site, walk: Walk) -> Iterator[Trace]:
        """A variable of the environment that holds a secret by its name, or a secret read from where such are kept."""
        names = {thing.name for thing in self.resolver.results.environment(site.ref) if isinstance(thing, Environment)}
        for name in names:
            if site.role == "secret.read" or self.secrets.is_secret_name(name):
                yield secret(name or site.call.name, site.place, walk)

    def item(self, base: Value, key: Value, walk: Walk) -> Iterator[Trace]:
        """`os.environ["API_KEY"]`."""
        if walk.confides and isinstance(key, Literal) and self.secrets.is_secret_name(str(key.value)) and self.is_environment(base, walk.spot):
            yield secret(str(key.value), self.line(base, walk.spot), walk)

    def is_environment(self, base: Value, spot: Spot) -> bool:
        """Whether items of an object are variables of the environment."""
        origins = (thing.origin for thing in self.resolver.things(base, spot) if isinstance(thing, External))
        return any(meaning.role == "env.read" for origin in origins for meaning in self.resolver.knowledge.meanings(f"{origin}[]"))

    def field(self, cls: Class, name: str, walk: Walk) -> Iterator[Trace]:
        """A field of the settings that holds a secret by its name, unless its type hides it."""
        if walk.confides and self.secrets.is_secret_name(name) and not self.is_hidden(cls, name) and self.holds_settings(cls):
            scope = self.resolver.scope(cls)
            yield secret(name, Place(cls.path, scope.span, scope.symbol), walk)

    def holds_settings(self, cls: Class) -> bool:
        """Whether the fields of a class come from the environment."""
        return any(isinstance(base, External) and self.resolver.has_role(base, "settings.class") for base in self.resolver.lineage(cls))

    def is_hidden(self, cls: Class, name: str) -> bool:
        """Whether a field is declared with a type that does not show its value."""
        for binding in self.resolver.bindings(cls.path).names.get((cls.scope, name), ()):
            spot = Spot(cls.path, binding.scope, binding.block, binding.step)
            annotated = self.resolver.signatures.annotated(binding.annotation, spot) if binding.annotation is not None else ()
            if any(isinstance(thing, External) and self.resolver.has_role(thing, "secret.hidden") for thing in annotated):
                return True
        return False

    # personal data

    def named(self, value: Value, walk: Walk) -> Iterator[Trace]:
        """An attribute or item of a record that is personal by its name."""
        if walk.confides and self.field_name(value) in self.flow.words.personal:
            yield Trace("personal", self.line(value, walk.spot), None, walk.trail, walk.path, Literal(self.field_name(value)))

    def field_name(self, value: Value) -> str:
        """The name of the field that is taken of an object, empty where nothing is."""
        match value:
            case Ref(name=name) if "." in name:
                return name.rpartition(".")[2].lower()
            case Attribute(name=name) | Item(key=Literal(value=str(name))):
                return name.lower()
            case _:
                return ""

    def line(self, value: Value, spot: Spot) -> Place:
        """The line that a value stands in, as well as it is known."""
        while not isinstance(value, Ref) and isinstance(value, Attribute | Item):
            value = value.base
        facts = self.resolver.files[spot.path]
        step = facts.steps[spot.at].span.line if spot.at < len(facts.steps) else 0
        line = value.line if isinstance(value, Ref) and value.line else step
        return Place(spot.path, Span(line, 0, line, 0), facts.scopes[spot.scope].symbol)


def secret(name: str, place: Place, walk: Walk) -> Trace:
    """A trace that begins at a secret of this name."""
    return Trace("secret", place, None, walk.trail, (place, *walk.path), Literal(name))
