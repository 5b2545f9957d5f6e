"""Ids of models and data sets: whether a call downloads from a public hub, and what names what it downloads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from itertools import accumulate
from typing import TYPE_CHECKING

from ailint.facts import Call, CallResult, Literal, Ref, Value
from ailint.project.text import HOLE
from ailint.project.things import Data, Environment, External, Opaque, Spot, Thing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

COMMIT = re.compile(r"^[0-9a-f]{40}$")
BRANCHES = frozenset({"main", "master", "HEAD", "head"})
ID = re.compile(r"^[A-Za-z0-9\x00][\w.\-\x00]*/[A-Za-z0-9\x00][\w.\-\x00]*$")
BARE = re.compile(r"^(?=.*[-\d])[A-Za-z][\w.\-\x00]{2,47}$")
FILE = re.compile(
    r"\.(bin|pt|pth|ckpt|safetensors|gguf|ggml|onnx|json|jsonl|csv|tsv|txt|parquet|arrow|ya?ml|zip|tar|gz|pkl|h5|py|model)$",
    re.IGNORECASE,
)
FOLDERS = frozenset({
    "model", "models", "output", "outputs", "out", "checkpoint", "checkpoints", "ckpt", "ckpts", "data", "dataset", "datasets", "weights", "save",
    "saved", "saved_model", "saved_models", "results", "result", "runs", "artifacts", "tmp", "temp", "cache", "content", "mnt", "home", "opt",
    "app", "src", "root", "workspace", "assets", "local", "downloads", "pretrained", "lora", "adapters", "merged", "experiments", "exp", "logs",
    "trained", "finetuned", "resources", "res", "var", "llm", "llms", "embeddings",
})  # fmt: skip
NAMED = re.compile(r"model|tokenizer|repo|lora|adapter|hub|checkpoint_id|encoder|dataset|data_?set|pretrained", re.IGNORECASE)
PLACED = re.compile(r"path|dir|folder|file|local|ckpt|checkpoint|save|output|cache|resume|url", re.IGNORECASE)
MADE_OF_PATHS = ("os.path.", "pathlib.", "posixpath.", "tempfile.")


class Origin(Enum):
    """Where what is loaded comes from."""

    HUB = auto()
    OPTION = auto()  # an id that is chosen at run time: a parameter, an option of the command line, a variable of the environment
    LOCAL = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Source:
    """What is loaded: where from, and its id or the name of the option that gives it."""

    origin: Origin
    name: str = ""


def source_of(site: Site, project: Project, argument: str) -> Source | None:
    """What a call loads, by our name of the argument; None where the call names nothing that is downloaded."""
    things = [thing for thing in project.argument(site, argument).things if not from_test(thing, site, project)]
    ids = [found for thing in things for found in ids_of(thing, project)]
    if any(project_path(text, project) for text in ids):
        return Source(Origin.LOCAL)
    plain = isinstance(project.given(site, argument), Literal)
    hub = sorted((text for text in ids if is_hub_id(text) or (plain and not is_local(text))), key=lambda text: "/" not in text)
    option = option_of(site, project, argument, things)
    if hub and ("/" in hub[0] or not option):
        return Source(Origin.HUB, hub[0].replace(HOLE, "…"))
    if any(is_place(thing) for thing in things) or (ids and all(is_local(text) for text in ids)):
        return Source(Origin.LOCAL)
    if option and (hub or (NAMED.search(option) and not PLACED.search(option))):
        return Source(Origin.OPTION, option)
    return None if not things or all(is_object(thing) for thing in things) else Source(Origin.UNKNOWN)


def from_test(thing: Thing, site: Site, project: Project) -> bool:
    """Whether a value is only what a test hands to the application."""
    return isinstance(thing, Data) and thing.spot.path != site.path and project.role(thing.spot.path) in {"test", "example"}


def option_of(site: Site, project: Project, argument: str, things: list[Thing]) -> str:
    """The parameter, command-line option or environment variable that gives the id; empty where it is none of them."""
    written = project.given(site, argument)
    option = option_behind(written, site.spot, project) if written is not None else ""
    return option or next((thing.name for thing in things if isinstance(thing, Environment)), "")


def ids_of(thing: Thing, project: Project) -> Iterator[str]:
    """The texts that a thing may be, holes where something is put in; nothing for an empty text."""
    if isinstance(thing, Data):
        text = project.texts.flat(thing.value, thing.spot)
        if text.strip(HOLE) and "\n" not in text:
            yield text
    elif isinstance(thing, External) and thing.makers and thing.origin.startswith("argparse."):
        yield from option_defaults(thing, project)


def option_defaults(thing: External, project: Project) -> Iterator[str]:
    """What an option of the command line is when it is not given: the default of its `add_argument`."""
    wanted = thing.origin.rpartition(".")[2]
    for path in dict.fromkeys(maker.path for maker in thing.makers):
        for call in project.python[path].calls:
            if isinstance(call.func, Ref) and call.func.name.endswith(".add_argument") and option_name(call) == wanted:
                default = dict(call.keywords).get("default")
                if isinstance(default, Literal) and isinstance(default.value, str) and default.value:
                    yield default.value


def option_name(call: Call) -> str:
    """The attribute under which a parsed option is found: its first long spelling."""
    names = [str(value.value) for value in call.args if isinstance(value, Literal)]
    long = next((name for name in names if name.startswith("--")), names[0] if names else "")
    return long.lstrip("-").replace("-", "_")


def is_hub_id(text: str) -> bool:
    """Whether a text has the form of an id: `org/name`, or a bare name such as `gpt2`, and is no file or folder."""
    return not is_local(text) and bool((ID.match(text) and text.split("/", maxsplit=1)[0] != HOLE) or BARE.match(text))


def is_local(text: str) -> bool:
    """Whether a text names a file or folder by its form or its first folder."""
    return (
        text.startswith((".", "/", "~", "\\"))
        or bool(FILE.search(text))
        or "\\" in text
        or ":" in text[:3]
        or text.split("/", maxsplit=1)[0].lower() in FOLDERS
    )


def project_path(text: str, project: Project) -> bool:
    """Whether the repository holds a file or folder of that name."""
    return "/" in text and text in project.shared("files and folders", lambda: files_and_folders(project))


def files_and_folders(project: Project) -> frozenset[str]:
    """The paths of all files and of the folders around them."""
    return frozenset(end for path in project.paths for end in accumulate(path.split("/"), "{}/{}".format))


def is_place(thing: Thing) -> bool:
    """Whether a value is a path by the way it is made, or what another call has downloaded."""
    if not isinstance(thing, External):
        return False
    return thing.origin.startswith(MADE_OF_PATHS) or "download" in thing.origin.rpartition(".")[2]


def is_object(thing: Thing) -> bool:
    """Whether a value is a model or the like rather than the name of one."""
    return not isinstance(thing, Data | Opaque | Environment) or (isinstance(thing, Data) and thing.is_none)


def option_behind(value: Value, spot: Spot, project: Project) -> str:
    """The parameter or command-line option whose value this is; empty for anything else."""
    match value:
        case Ref(name=name) if name.startswith("self.") and name.count(".") == 1:
            return parameter_of_field(name.partition(".")[2], spot, project)
        case Ref(name=name) if "." not in name:
            return name if is_parameter(name, spot, project) else ""
        case Ref() | CallResult():
            things = project.things(value, spot)
            return next((t.origin.rpartition(".")[2] for t in things if isinstance(t, External) and t.origin.startswith("argparse.")), "")
        case _:
            return ""


def is_parameter(name: str, spot: Spot, project: Project) -> bool:
    """Whether a name is a parameter of the function around, and nothing else."""
    facts = project.python[spot.path]
    scope = spot.scope
    while scope > 0:
        if any(parameter.name == name for parameter in facts.scopes[scope].parameters):
            return not offers_revision(spot, project, scope)
        if (scope, name) in project.resolver.bindings(spot.path).names:
            return False
        scope = facts.scopes[scope].parent
    return False


def offers_revision(spot: Spot, project: Project, scope: int) -> bool:
    """Whether a function takes a revision beside the id."""
    return any("revision" in parameter.name or "commit" in parameter.name for parameter in project.python[spot.path].scopes[scope].parameters)


def parameter_of_field(field: str, spot: Spot, project: Project) -> str:
    """The parameter of a method that an attribute of the object is set from."""
    bindings = project.resolver.bindings(spot.path)
    owner = bindings.method_owner(spot.scope, "self")
    for binding in bindings.attributes.get((owner, field), ()) if owner is not None else ():
        if isinstance(binding.value, Ref) and "." not in binding.value.name:
            here = Spot(spot.path, binding.scope, binding.block, binding.step)
            if is_parameter(binding.value.name, here, project):
                return binding.value.name
    return ""
