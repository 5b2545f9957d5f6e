"""Kinds: whether a sub-project is an application, a library, a cookbook, training, infrastructure, or none of these."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from posixpath import basename, dirname
from typing import TYPE_CHECKING

import msgspec

from ailint.facts import Ref
from ailint.knowledge.hosts import load_hosts
from ailint.knowledge.images import load_images
from ailint.project.containers import named
from ailint.project.guards import asks_for_main
from ailint.project.roles import by_path

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from ailint.facts import FileFacts, Import, PythonFacts, Setting
    from ailint.knowledge import Knowledge
    from ailint.read.modules import Modules

JUDGED = frozenset({"app", "script", "notebook"})
SERVING = frozenset({"route", "ui.chat", "ui.input"})
MODELS = frozenset({"llm.chat", "llm.client", "agent.run", "agent.define"})
TRAINING = frozenset({"train.run", "train.config"})
GRADIENT = ".backward"

DEPLOYED = re.compile(
    r"(?:^|/)(?:Dockerfile(?!\.(?:test|dev|ci)\b).*|docker-compose.*\.ya?ml|compose\.ya?ml|Procfile|app\.ya?ml|serverless\.ya?ml|Chart\.ya?ml)$"
)
INFRASTRUCTURE = re.compile(r"(?:^|/)(?:Dockerfile.*|Chart\.ya?ml|.*\.(?:tf|tfvars|bicep))$")
SOURCE = re.compile(r"\.(?:py|ipynb|[cm]?[jt]sx?|go|rs|java|kt|cs|rb|php)$")
PUBLISHES = re.compile(r"\btwine\s+upload\b|\b(?:poetry|uv|hatch|flit|pdm|rye)\s+publish\b")
LIBRARIES = re.compile(r"Topic :: Software Development :: Libraries|Typing :: Typed")
MANIFESTS = frozenset({"pyproject.toml", "setup.py", "setup.cfg"})
ENTRIES = frozenset({("project", "scripts"), ("project", "entry-points"), ("tool", "poetry", "scripts"), ("options.entry_points", "console_scripts")})
SHORTEST_ADDRESS = 8
MANY_NOTEBOOKS = 5
MANY_SCRIPTS = 8
MANY_FOLDERS = 4
MANY_SAMPLES = 3


class Addresses:
    """The addresses of models that are called over plain HTTP; the table is read when it is first asked."""

    @cached_property
    def _pattern(self) -> re.Pattern[bytes]:
        table = load_hosts().table
        paths = (path for paths in table.anywhere.values() for path in paths)
        texts = {*(host.host.strip(".") for host in table.hosts), *(path.strip("/") for path in paths)}
        return re.compile(b"|".join(re.escape(text.encode()) for text in sorted(texts) if text.isascii() and len(text) > SHORTEST_ADDRESS))

    def are_in(self, python: PythonFacts) -> bool:
        """Whether any text of a file holds one of them."""
        try:
            return self._pattern.search(msgspec.msgpack.encode(python)) is not None
        except UnicodeEncodeError:
            return False


@dataclass(frozen=True)
class Part:
    """What is known of one sub-project: its paths, those that serve it from around it, what each is for, and what was read of them."""

    paths: tuple[str, ...]
    shared: tuple[str, ...]
    role: Callable[[str], str]
    facts: Mapping[str, FileFacts]
    knowledge: Knowledge
    modules: Modules
    imported: Collection[str]
    addresses: Addresses

    @cached_property
    def code(self) -> dict[str, PythonFacts]:
        """The Python and notebooks that count, by path."""
        read = ((path, self.facts[path].python) for path in self.paths if path in self.facts)
        return {path: python for path, python in read if python is not None and self.role(path) in JUDGED}

    @cached_property
    def ai(self) -> tuple[str, ...]:
        """The files of it that import AI; where none does, those that name the address of a model."""
        importing = tuple(path for path, bound in self._origins.items() if any(map(self._is_ai, bound.values())))
        return importing or tuple(path for path, python in self.code.items() if self.addresses.are_in(python))

    @cached_property
    def runs_ai_servers(self) -> bool:
        """Whether compose files, manifests or Dockerfiles name the image of an AI server, store, gateway or tool."""
        images = load_images()
        read = (self.facts[path] for path in self.paths if path in self.facts and self.role(path) in JUDGED)
        found = (images.find(container.image.repository) for file in read for container in named(file))
        return any(image is not None and image.kind != "base" and not image.general for image in found)

    @cached_property
    def _ai_tops(self) -> frozenset[str]:
        return frozenset(root.partition(".")[0] for root in self.knowledge.ai_roots)

    def _is_ai(self, origin: str) -> bool:
        parts = origin.split(".")
        return parts[0] in self._ai_tops and any(".".join(parts[:size]) in self.knowledge.ai_roots for size in range(1, len(parts) + 1))

    def does(self, roles: frozenset[str]) -> bool:
        """Whether some file imports or calls something of one of the roles."""
        return any(not roles.isdisjoint(self._roles_in(path)) for path in self.code)

    def _roles_in(self, path: str) -> frozenset[str]:
        """Roles of what a file imports and calls."""
        if path not in self._roles_of_files:
            bound = self._origins[path]
            origins = {*bound.values(), *called(self.code[path], bound)}
            self._roles_of_files[path] = frozenset(role for origin in origins for role in self._roles_of(origin))
        return self._roles_of_files[path]

    @cached_property
    def _roles_of_files(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _known_roles(self) -> dict[str, tuple[str, ...]]:
        return {}

    def _roles_of(self, origin: str) -> tuple[str, ...]:
        if origin not in self._known_roles:
            self._known_roles[origin] = tuple(self._roles(origin))
        return self._known_roles[origin]

    @cached_property
    def _origins(self) -> dict[str, dict[str, str]]:
        """Path → names bound by imports → what they stand for, as far as it is none of the repository's own."""
        return {path: dict(self._bound(path, python)) for path, python in self.code.items()}

    def _bound(self, path: str, python: PythonFacts) -> Iterator[tuple[str, str]]:
        absolute = (imported for imported in python.imports if not imported.level and imported.name != "*")
        for name, origin in map(binding, absolute):
            if self.modules.find(path, origin.rpartition(".")[0] or origin) is None:  # where a module is, the package around it is
                yield name, origin

    def _roles(self, origin: str) -> Iterator[str]:
        if origin.endswith(GRADIENT):
            yield "train.run"
        yield from (meaning.role for meaning in self.knowledge.meanings(origin) if meaning.role)
        if self.knowledge.plain(origin) in self.routers:
            yield "route"

    @cached_property
    def routers(self) -> frozenset[str]:
        """Classes that have a method which declares a route."""
        listed = (call.on for library in self.knowledge.libraries for call in library.calls if call.role == "route")
        return frozenset(name for on in listed for name in ([on] if isinstance(on, str) else on))


def kind_of(part: Part) -> str:
    """The kind of a sub-project; application when in doubt."""
    if not part.ai:
        return "infrastructure" if part.runs_ai_servers or _is_infrastructure(part.paths) else "none"
    if is_cookbook(part):
        return "cookbook"
    if part.does(SERVING):
        return "application"
    if part.does(TRAINING) and not part.does(MODELS):
        return "training"
    return "library" if is_library(part) else "application"


def _is_infrastructure(paths: Iterable[str]) -> bool:
    return not any(SOURCE.search(path) for path in paths) and any(INFRASTRUCTURE.search(path) for path in paths)


def is_cookbook(part: Part) -> bool:
    """Whether it shows many things rather than being one: notebooks first, or many programs that share nothing."""
    notebooks = [path for path in part.ai if part.role(path) == "notebook" or path.endswith(".ipynb")]
    modules = [path for path in part.ai if path not in notebooks]
    if notebooks and (not modules or (len(notebooks) >= MANY_NOTEBOOKS and len(notebooks) > len(modules))):
        return True
    samples = {_sample(path) for path in modules}
    if len(samples) >= MANY_SAMPLES and "" not in samples:
        return True
    alone = [path for path in modules if path not in part.imported and starts(part.code[path])]
    spread = {dirname(path) for path in alone}
    return len(alone) >= MANY_SCRIPTS and len(alone) * 3 >= len(modules) * 2 and len(spread) >= MANY_FOLDERS


def _sample(path: str) -> str:
    """The folder below that of all samples in which a file lies, '' where it lies in none."""
    parts = path.split("/")
    place = next((place for place in range(1, len(parts)) if by_path("/".join([*parts[:place], "probe.py"])) == "example"), 0)
    return "/".join(parts[: place + 1]) if place else ""


def is_library(part: Part) -> bool:
    """Whether it is published for others to import, and nothing in it is deployed or started."""
    starting = any(part.role(path) == "app" and starts(part.code[path]) for path in part.ai)
    if starting or any(DEPLOYED.search(path) for path in part.paths):
        return False
    settings = [setting for path in part.paths if basename(path) in MANIFESTS for setting in _settings(part, path)]
    if any(path.endswith("/py.typed") for path in part.paths) or any(LIBRARIES.search(setting.raw) for setting in settings):
        return True
    return _is_published(part) and not any(setting.key[:size] in ENTRIES for setting in settings for size in (2, 3))


def _is_published(part: Part) -> bool:
    commands = (command for path in (*part.paths, *part.shared) if path in part.facts for command in part.facts[path].commands)
    return any(PUBLISHES.search(command.text) or "pypi" in (command.uses or "") for command in commands)


def _settings(part: Part, path: str) -> tuple[Setting, ...]:
    return part.facts[path].settings if path in part.facts else ()


def starts(python: PythonFacts) -> bool:
    """Whether a file is a program: `if __name__ == "__main__"`."""
    return any(block.kind == "if" and block.scope == 0 and asks_for_main(block.value) for block in python.blocks)


def binding(imported: Import) -> tuple[str, str]:
    """The name that an import binds, and the full name it stands for."""
    if imported.name:
        return imported.alias, f"{imported.module}.{imported.name}"
    if imported.alias == imported.module:
        return imported.module.partition(".")[0], imported.module
    return imported.alias, imported.module


def called(python: PythonFacts, bound: Mapping[str, str]) -> Iterator[str]:
    """Full names of what a file calls by a name that an import binds; of a gradient's step the last part tells."""
    for call in python.calls:
        if isinstance(call.func, Ref):
            head, dot, rest = call.func.name.partition(".")
            if head in bound:
                yield bound[head] + dot + rest
            elif rest.endswith(GRADIENT[1:]):
                yield call.func.name
