"""CycloneDX: an inventory as a bill of materials that other tools read, with cards of its models. The same inventory gives the same bytes."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from ailint import __version__, json_text
from ailint.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cyclonedx.model import Property
    from cyclonedx.model.bom import Bom
    from cyclonedx.model.component import Component, ComponentType
    from cyclonedx.model.component_evidence import ComponentEvidence
    from cyclonedx.model.service import Service

    from ailint.inventory import Inventory
    from ailint.inventory.records import Item, Model, Prompt, Tool

EXACT = re.compile(r"\d[\w.+!-]*")
PACKAGE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
CONTROLS = {"evaluations": "evaluation", "tracing": "tracing", "guardrails": "guardrail"}
NEEDED = "--format cyclonedx needs the extra `sbom`: pip install 'ailint-cli[sbom]'"


def render(found: Inventory, name: str) -> Iterator[str]:
    """The bill of materials of specification 1.6, as JSON. UserError where the library that writes it is not installed."""
    try:
        from cyclonedx.output import make_outputter
        from cyclonedx.schema import OutputFormat, SchemaVersion
    except ImportError as error:
        raise UserError(NEEDED) from error
    whole = json.loads(make_outputter(_bom(found, name), OutputFormat.JSON, SchemaVersion.V1_6).output_as_string())
    whole["metadata"].pop("timestamp", None)
    cards = {_reference("model", model): _card(model) for model in found.models}
    for component in whole.get("components", ()):
        if card := cards.get(component["bom-ref"]):  # the library has no type for it
            component["modelCard"] = card
    yield json_text.encode(_in_order(whole), indent=2)


def _in_order(part: object) -> object:
    """The same with every list sorted: the library puts what is alike in any order."""
    if isinstance(part, dict):
        return {key: _in_order(part[key]) for key in sorted(part)}
    return sorted(map(_in_order, part), key=lambda one: json.dumps(one, sort_keys=True)) if isinstance(part, list) else part


def _bom(found: Inventory, name: str) -> Bom:
    from cyclonedx.model.bom import Bom, BomMetaData
    from cyclonedx.model.component import Component, ComponentType
    from cyclonedx.model.tool import ToolRepository

    controls = [(f"ailint:{word}", f"{_where(one)} {one.name}") for kind, word in CONTROLS.items() for one in getattr(found, kind)]
    root = Component(name=name, type=ComponentType.APPLICATION, bom_ref="project", properties=_properties(controls))
    tool = Component(name="ailint", type=ComponentType.APPLICATION, version=__version__, bom_ref="ailint")
    digest = hashlib.sha256(json_text.encode((name, found)).encode()).hexdigest()
    made = Bom(
        metadata=BomMetaData(component=root, tools=ToolRepository(components=[tool])),
        serial_number=uuid5(NAMESPACE_URL, f"ailint:{digest}"),
        components=_components(found),
        services=_services(found),
    )
    made.register_dependency(root, [*made.components, *made.services])
    by_name = {component.name: component for component in made.components if str(component.bom_ref.value).startswith("tool:")}
    for agent in found.agents:
        component = next(one for one in made.components if one.bom_ref.value == _reference("agent", agent))
        made.register_dependency(component, [by_name[tool] for tool in agent.tools if tool in by_name])
    return made


def _components(found: Inventory) -> Iterator[Component]:
    from cyclonedx.model.component import ComponentType

    yield from _libraries(found)
    models: dict[str, list[Model]] = {}
    for model in found.models:
        models.setdefault(_reference("model", model), []).append(model)
    for reference, places in models.items():
        first = places[0]
        yield _component(first, ComponentType.MACHINE_LEARNING_MODEL, reference, places, publisher=first.provider)
    for prompt in found.prompts:
        yield _prompt(prompt)
    for agent in found.agents:
        yield _component(agent, ComponentType.APPLICATION, _reference("agent", agent), [agent], more=[("ailint:library", agent.library)])
    for tool in found.tools:
        yield _component(tool, ComponentType.APPLICATION, _reference("tool", tool), [tool], more=list(_effects(tool)))


def _libraries(found: Inventory) -> Iterator[Component]:
    from cyclonedx.model.component import ComponentType
    from packageurl import PackageURL

    for library in found.libraries:
        version = library.version if library.version and EXACT.fullmatch(library.version) else None
        purl = PackageURL("pypi", name=library.name.lower(), version=version) if PACKAGE.fullmatch(library.name) else None
        asked = [("ailint:asked-for", library.version)] if library.version and not version else []
        reference = f"library:{library.name}@{library.version or ''}"
        yield _component(library, ComponentType.LIBRARY, reference, [library], more=asked, version=version, purl=purl)


def _prompt(prompt: Prompt) -> Component:
    from cyclonedx.model import HashAlgorithm, HashType
    from cyclonedx.model.component import ComponentType

    hashes = [HashType(alg=HashAlgorithm.SHA_256, content=prompt.sha256)] if prompt.sha256 else []
    more = [("ailint:version-from", prompt.version_from)] if prompt.version_from else []
    reference = _reference("prompt", prompt)
    return _component(prompt, ComponentType.DATA, reference, [prompt], more=more, version=prompt.version, hashes=hashes)


def _services(found: Inventory) -> Iterator[Service]:
    from cyclonedx.model import XsUri
    from cyclonedx.model.service import Service

    for store in found.vector_stores:
        said = [*_place(store), ("ailint:kind", "vector-store"), ("ailint:library", store.library), ("ailint:storage", store.storage or "")]
        yield Service(name=store.name, bom_ref=_reference("vector-store", store), properties=_properties(said))
    for server in found.mcp_servers:
        said = [*_place(server), ("ailint:kind", "mcp-server"), ("ailint:program", server.program or "")]
        endpoints = [XsUri(server.address)] if server.address else []
        yield Service(name=server.name, bom_ref=_reference("mcp-server", server), endpoints=endpoints, properties=_properties(said))


def _component(
    item: Item,
    kind: ComponentType,
    reference: str,
    places: Iterable[Item],
    *,
    more: Iterable[tuple[str, str]] = (),
    **fields: Any,  # noqa: ANN401 -- handed on
) -> Component:
    from cyclonedx.model.component import Component

    said = [("ailint:kind", reference.partition(":")[0]), *more]
    return Component(name=item.name, type=kind, bom_ref=reference, evidence=_evidence(places), properties=_properties(said), **fields)


def _evidence(places: Iterable[Item]) -> ComponentEvidence:
    from cyclonedx.model.component_evidence import ComponentEvidence, Occurrence

    return ComponentEvidence(occurrences=[Occurrence(location=one.path, line=one.line) for one in places])


def _effects(tool: Tool) -> Iterator[tuple[str, str]]:
    yield from (("ailint:effect", f"{effect.effect} {effect.path}:{effect.line}") for effect in tool.effects)


def _place(item: Item) -> list[tuple[str, str]]:
    return [("ailint:place", _where(item))]


def _where(item: Item) -> str:
    return f"{item.path}{f':cell {item.cell}' if item.cell else ''}:{item.line}"


def _properties(said: Iterable[tuple[str, str]]) -> list[Property]:
    from cyclonedx.model import Property

    return [Property(name=name, value=value) for name, value in said if value]


def _reference(kind: str, item: Item) -> str:
    """What a component is called in the bill: a model by provider and name, anything else by name and place."""
    if kind == "model":
        return f"model:{getattr(item, 'provider', None) or ''}/{item.name}"
    return f"{kind}:{item.name}@{_where(item)}"


def _card(model: Model) -> dict[str, Any]:
    """The card of a model, as far as the tables know it."""
    said = {"ailint:model-kind": model.kind, "ailint:shutdown": model.shutdown}
    properties = [{"name": name, "value": value} for name, value in said.items() if value]
    card: dict[str, Any] = {"modelParameters": {"task": model.type}} if model.type else {}
    return {**card, "properties": properties} if properties else card
