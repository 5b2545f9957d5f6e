"""Templates of a project: what text they are made of, and what has to be put in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ailint.facts import Attribute, CallResult, Collection, Literal, Mapping, Place, Ref, Span, Template, Value
from ailint.project.entries import Entries
from ailint.project.nesting import nested
from ailint.project.slots import BRACES, Slots, slots_of
from ailint.project.structure import END
from ailint.project.things import CallRef, Data, External, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.project import Project
    from ailint.project.sites import Site

TRIMMING = frozenset({"strip", "lstrip", "rstrip", "dedent", "cleandoc"})
READING = frozenset({"read", "read_text"})
LOADING = frozenset({"template.load", "sink.template"})
HISTORY = frozenset({"placeholder"})
DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text that is the same in every run, and where it begins."""

    text: str
    place: Place


class Templates:
    """Finds the text of templates, and their slots; a template is looked at once."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.resolver = project.resolver
        self._known: dict[CallRef, Slots] = {}

    # objects

    def of_object(self, thing: External) -> tuple[Place, Slots] | None:
        """Where a template object is made, and its slots, those filled in advance left out; None where it is no template."""
        maker = self.project.sites.at(thing.makers[0]) if thing.makers else None
        if maker is None or maker.role != "prompt.template":
            return None
        found = self.of_site(maker)
        for later in thing.makers[1:]:
            given = self.keywords(later)
            found = Slots(found.names - given.values.keys(), found.optional | frozenset(given.values), found.broken, found.open or given.open)
        return maker.place, found

    def of_site(self, site: Site) -> Slots:
        """The slots of the template that a call makes."""
        if site.ref not in self._known:
            found = self.written_slots(site)
            partial = self.project.given(site, "partial")
            if partial is not None:
                filled = self.project.arguments.entries.read(partial, site.spot)
                found = Slots(found.names - filled.values.keys(), found.optional | frozenset(filled.values), found.broken, found.open or filled.open)
            self._known[site.ref] = Slots(found.names, found.optional, found.broken, found.open or bool(site.call.spreads))
        return self._known[site.ref]

    def written_slots(self, site: Site) -> Slots:
        """The slots of the text or messages handed over."""
        written_as = self.format_of(site)
        template, messages = self.project.given(site, "template"), self.project.given(site, "messages")
        if template is not None:
            return self.of_text(template, site.spot, written_as)
        if messages is None:
            return Slots(open=True)
        lists = [thing for thing in self.project.things(messages, site.spot) if isinstance(thing, Data) and isinstance(thing.value, Collection)]
        if len(lists) != 1 or not isinstance(lists[0].value, Collection):
            return Slots(open=True)
        found = Slots()
        for item in lists[0].value.items:
            found |= self.of_message(item, lists[0].spot, written_as)
        return found

    def format_of(self, site: Site) -> str:
        """How the template is written."""
        given = self.project.given(site, "format")
        if given is None:
            return str(site.meaning.defaults.get("format", BRACES))
        return str(given.value) if isinstance(given, Literal) else ""

    def of_message(self, item: Value, spot: Spot, written_as: str) -> Slots:
        """The slots of one message of a list."""
        match item:
            case Collection(items=(Literal(value=role), text), kind="tuple"):
                found = self.of_text(text, spot, written_as)
                return Slots(optional=found.all, open=found.open) if role in HISTORY else found
            case Mapping(entries=entries):
                content = next((value for key, value in entries if isinstance(key, Literal) and key.value == "content"), None)
                return self.of_text(content, spot, written_as) if content is not None else Slots(open=True)
            case Literal() | Template():
                return self.of_text(item, spot, written_as)
            case CallResult(call=index):
                return self.of_made_message(CallRef(spot.path, index), written_as)
            case _:
                return Slots(open=True)

    def of_made_message(self, ref: CallRef, written_as: str) -> Slots:
        """The slots of a message that a call makes: a place for other messages, a template of one, a message as it is."""
        site = self.project.sites.at(ref)
        if site is None:
            return Slots(open=True)
        if site.role == "prompt.slot":
            name, optional = self.project.given(site, "name"), self.project.given(site, "optional")
            named = frozenset({str(name.value)}) if isinstance(name, Literal) else frozenset()
            return Slots(optional=named, open=not named) if optional is not None else Slots(named, open=not named)
        if not site.role.startswith("message"):
            return Slots(open=True)
        content = self.project.given(site, "content")
        takes_template = "template" in site.meaning.arguments.get("content", ())
        return self.of_text(content, site.spot, written_as) if takes_template and content is not None else Slots(open=takes_template)

    def keywords(self, ref: CallRef) -> Entries:
        """What a call is given by name, spreads looked into."""
        call = self.resolver.call(ref)
        found = Entries()
        for name, value in call.keywords:
            found.put(name, value, self.resolver.spot(ref))
        for spread in call.spreads:
            found.merge(self.project.arguments.entries.read(spread, self.resolver.spot(ref)))
        return found

    # text

    def of_text(self, value: Value, spot: Spot, written_as: str = BRACES) -> Slots:
        """The slots of a text; open where it is not fixed."""
        found = self.fixed(value, spot)
        return slots_of(found.text, written_as) if found is not None else Slots(open=True)

    def fixed(self, value: Value, spot: Spot, depth: int = 0) -> Fixed | None:
        """The text that a value is in every run, whatever module it is written in; None where that cannot be told."""
        match value:
            case _ if depth > DEEPEST:
                return None
            case Literal(value=str(text), span=span) if span is not None:
                return Fixed(text, self.project.flow.place(spot, span))
            case Template(parts=parts, span=span):
                texts = [self.fixed(part, spot, depth + 1) for part in parts]
                known = [part.text for part in texts if part is not None]
                return Fixed("".join(known), self.project.flow.place(spot, span)) if len(known) == len(parts) else None
            case CallResult(call=index) if (inner := self.trimmed(CallRef(spot.path, index))) is not None:
                return self.fixed(inner, spot, depth + 1)
            case _:
                return self.named(value, spot, depth)

    def trimmed(self, ref: CallRef) -> Value | None:
        """The text whose white space a call removes."""
        call = self.resolver.call(ref)
        if call.name not in TRIMMING:
            return None
        if call.args:
            return call.args[0]
        return receiver(call.func)

    def named(self, value: Value, spot: Spot, depth: int) -> Fixed | None:
        """The text that a name or a call stands for, where it is one only."""
        things = self.project.things(value, spot)
        if len(things) == 1 and isinstance(things[0], Data) and things[0].value != value:
            return self.fixed(things[0].value, things[0].spot, depth + 1)
        written, here = self.bound_to(value, spot)
        if isinstance(written, CallResult) and (inner := self.trimmed(CallRef(here.path, written.call))) is not None:
            return self.fixed(inner, here, depth + 1)
        return self.from_file(written, here)

    # files

    def loaded(self, thing: External) -> tuple[Fixed, str] | None:
        """The text of a template object that an engine made of text or of a prompt file, and how it is written."""
        site = next((site for maker in thing.makers if (site := self.project.sites.at(maker)) is not None and site.role in LOADING), None)
        if site is None:
            return None
        name, code = self.project.given(site, "name"), self.project.given(site, "code")
        file = {str(name.value)} if isinstance(name, Literal) else set()
        text = self.fixed(code, site.spot) if code is not None else self.of_file(file)
        return (text, self.format_of(site)) if text is not None else None

    def from_file(self, value: Value, spot: Spot) -> Fixed | None:
        """The text of a prompt file that a value is read from."""
        if not isinstance(value, CallResult) or self.resolver.call(CallRef(spot.path, value.call)).name not in READING:
            return None
        return self.of_file({name for name in self.names_in(value, spot, 0) if "." in name})

    def of_file(self, names: set[str]) -> Fixed | None:
        """The text of the one prompt file that bears one of the names, where it was read whole."""
        paths = [path for path in self.prompt_files if any(path == name or path.endswith(f"/{name.lstrip('./')}") for name in names)]
        text = self.project.files[paths[0]].text if len(paths) == 1 else None
        if text is None or text.length > len(text.head):
            return None
        return Fixed(text.head, Place(paths[0], Span(1, 0, 1, 0)))

    @property
    def prompt_files(self) -> list[str]:
        """The prompt files of the project."""
        return [path for path, facts in self.project.files.items() if facts.text is not None]

    def bound_to(self, value: Value, spot: Spot) -> tuple[Value, Spot]:
        """What a name is bound to, here or in the module that it is imported from, where it is bound once; else the value as it is."""
        if not isinstance(value, Ref) or "." in value.name:
            return value, spot
        bindings = self.resolver.bindings(spot.path)
        scope = bindings.binding_scope(spot.scope, value.name)
        known = bindings.names.get((scope, value.name), [])
        if len(known) == 1 and known[0].value is not None:
            return known[0].value, Spot(spot.path, known[0].scope, known[0].block, known[0].step)
        for imported in bindings.imports.get((scope, value.name), ()) if not known else ():
            target = self.resolver.modules.find(spot.path, imported.module, imported.level)
            if imported.name is not None and target is not None and target in self.resolver.files and target != spot.path:
                return self.bound_to(Ref(imported.name), Spot(target, 0, 0, END))
        return value, spot

    def names_in(self, value: Value, spot: Spot, depth: int) -> Iterator[str]:
        """The texts written in a value, in the calls in it and in what its names are bound to: parts of a path."""
        for part, _ in nested(value, spot) if depth < DEEPEST else ():
            if isinstance(part, Literal) and isinstance(part.value, str):
                yield part.value
            elif isinstance(part, CallResult):
                call = self.resolver.call(CallRef(spot.path, part.call))
                for inner in (receiver(call.func), *call.args):
                    if inner is not None:
                        yield from self.names_in(inner, spot, depth + 1)
            elif isinstance(part, Ref):
                bound, here = self.bound_to(part, spot)
                if bound is not part:
                    yield from self.names_in(bound, here, depth + 1)


def receiver(func: Value) -> Value | None:
    """What a method is called on."""
    if isinstance(func, Attribute):
        return func.base
    return Ref(func.name.rpartition(".")[0], func.line) if isinstance(func, Ref) and "." in func.name else None
