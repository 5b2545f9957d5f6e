"""Package manifests: pyproject.toml, setup.py, setup.cfg, Pipfile, environment.yml, package.json."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, NamedTuple

import tomli

from ailint.facts import FileFacts, Setting
from ailint.read.json_tree import JsonError, json_settings
from ailint.read.scripts import task_commands
from ailint.read.settings import toml_settings, toml_table
from ailint.read.text import Lines, decode, failed
from ailint.read.versions import npm, pep440, python, requirement
from ailint.read.yaml_tree import Mapping, Scalar, Sequence, YamlError, documents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ailint.facts import Dependency
    from ailint.read.yaml_tree import Node

TASKS = (
    ("project", "scripts"),
    ("project", "gui-scripts"),
    ("tool", "poetry", "scripts"),
    ("tool", "poe", "tasks"),
    ("tool", "pdm", "scripts"),
    ("tool", "taskipy", "tasks"),
    ("tool", "hatch", "envs", "*", "scripts"),
    ("tool", "rye", "scripts"),
    ("tool", "pixi", "tasks"),
    ("tool", "pixi", "feature", "*", "tasks"),
)
NPM_GROUPS = {"dependencies": "", "devDependencies": "dev", "peerDependencies": "peer", "optionalDependencies": "optional"}
SECTION = re.compile(r"^\[([^\]]+)\]")
OPTION = re.compile(r"^([\w.-]+)[ \t]*[=:][ \t]*(.*)$")
CONDA = re.compile(r"^([\w.-]+)\s*(?:=\s*([\w.+!*-]+))?(?:=[^=]*)?$")


def read_pyproject(path: str, data: bytes) -> FileFacts:
    """Dependencies of every tool's kind, the tasks, and all settings."""
    return _toml_manifest(path, data, _pyproject)


def read_pipfile(path: str, data: bytes) -> FileFacts:
    """What Pipenv installs."""
    return _toml_manifest(path, data, _pipfile)


def _toml_manifest(path: str, data: bytes, dependencies: Callable[[Iterable[Setting]], Iterator[Dependency]]) -> FileFacts:
    lines = Lines(decode(data))
    try:
        settings = tuple(toml_settings(lines, toml_table(lines)))
    except tomli.TOMLDecodeError as error:
        return failed(path, "requirements", error.lineno, "parse-error", f"cannot be read as TOML: {error.msg}")
    except (RecursionError, OverflowError) as error:
        return failed(path, "requirements", 0, "too-deep", f"cannot be read as TOML: {error}")
    commands = tuple(task_commands(settings, [*TASKS, ("scripts",)] if path.endswith("Pipfile") else TASKS))
    return FileFacts(path, "requirements", settings=settings, dependencies=tuple(dependencies(settings)), commands=commands)


def _pyproject(settings: Iterable[Setting]) -> Iterator[Dependency]:
    for setting in settings:
        match setting.key:
            case ("project", "dependencies", _):
                yield from _found(requirement(setting.raw, setting.span))
            case ("project", "optional-dependencies", group, _) | ("dependency-groups", group, _) | ("tool", "pdm", "dev-dependencies", group, _):
                yield from _found(requirement(setting.raw, setting.span, group=group))
            case ("tool", "uv" | "rye", "dev-dependencies", _):
                yield from _found(requirement(setting.raw, setting.span, group="dev"))
            case ("tool", "poetry", "dependencies", name) | ("tool", "poetry", "dependencies", name, "version" | "git" | "path" | "url"):
                yield from _poetry(name, setting, "")
            case ("tool", "poetry", "dev-dependencies", name) | ("tool", "poetry", "dev-dependencies", name, "version" | "git" | "path" | "url"):
                yield from _poetry(name, setting, "dev")
            case ("tool", "poetry", "group", group, "dependencies", name) | (
                "tool",
                "poetry",
                "group",
                group,
                "dependencies",
                name,
                "version" | "git" | "path" | "url",
            ):
                yield from _poetry(name, setting, group)


def _pipfile(settings: Iterable[Setting]) -> Iterator[Dependency]:
    for setting in settings:
        match setting.key:
            case ("packages" | "dev-packages", name) | ("packages" | "dev-packages", name, "version" | "git" | "path"):
                yield from _poetry(name, setting, "dev" if setting.key[0] == "dev-packages" else "")


def _found(dependency: Dependency | None) -> Iterator[Dependency]:
    if dependency:
        yield dependency


def _poetry(name: str, setting: Setting, group: str) -> Iterator[Dependency]:
    if name != "python":
        is_source = setting.key[-1] in {"git", "path", "url"} and setting.key[-2] == name
        specifier = f"@ {setting.raw}" if is_source else pep440(setting.raw)
        yield python(name, specifier, setting.span, group=group)


def read_setup_cfg(path: str, data: bytes) -> FileFacts:
    """`install_requires` and extras, as far as they are written out."""
    settings = tuple(_options(Lines(decode(data))))
    return FileFacts(path, "requirements", settings=settings, dependencies=tuple(_setup_cfg(settings)))


def _setup_cfg(settings: Iterable[Setting]) -> Iterator[Dependency]:
    for setting in settings:
        match setting.key:
            case ("options", "install_requires", _):
                yield from _found(requirement(setting.raw, setting.span))
            case ("options.extras_require", group, _):
                yield from _found(requirement(setting.raw, setting.span, group=group))


def _options(lines: Lines) -> Iterator[Setting]:
    """Every line of every option: section, option, and which line of it."""
    section, option, place = "", "", 0
    for number, line in enumerate(lines.all, 1):
        text = line.strip()
        if found := SECTION.match(line):
            section, option = found[1], ""
            continue
        if found := OPTION.match(line):
            option, text, place = found[1], found[2].strip(), 0
        elif line[:1] not in {" ", "\t"}:
            continue
        if text and option and not text.startswith("#"):
            yield Setting((section, option, str(place)), text, lines.whole(number), text)
            place += 1


def read_setup_py(path: str, data: bytes) -> FileFacts:
    """The literals of `setup(install_requires=…, extras_require=…)`, also through a name bound in the file."""
    lines = Lines(decode(data))
    try:
        tree = ast.parse(lines.text)
    except SyntaxError as error:
        return failed(path, "requirements", error.lineno or 0, "parse-error", f"cannot be parsed: {error.msg}")
    except ValueError as error:
        return failed(path, "requirements", 0, "parse-error", f"cannot be parsed: {error}")
    except (RecursionError, MemoryError):
        return failed(path, "requirements", 0, "too-deep", "nested too deeply to be read")
    setup = next((node for node in ast.walk(tree) if _is_setup(node)), None)
    if not isinstance(setup, ast.Call):
        return FileFacts(path, "requirements")
    names = {node.targets[0].id: node.value for node in tree.body if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)}
    keywords = {word.arg: word.value for word in setup.keywords if word.arg}
    written = Written(lines, names)
    dependencies = [*written.listed(keywords.get("install_requires"), ""), *written.extras(keywords.get("extras_require"))]
    return FileFacts(path, "requirements", settings=tuple(_setup_settings(lines, keywords)), dependencies=tuple(dependencies))


def _is_setup(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and (getattr(node.func, "id", None) == "setup" or getattr(node.func, "attr", None) == "setup")


class Written(NamedTuple):
    """The literals of a file, also behind the names that it binds at its top; each name counts once, or it could stand for itself."""

    lines: Lines
    names: dict[str, ast.expr]

    def listed(self, node: ast.expr | None, group: str) -> Iterator[Dependency]:
        """The requirements in a list, a sum of lists, or a list with others unpacked into it."""
        match node:
            case ast.Name(id=name) if name in self.names:
                yield from self.listed(self.names.pop(name), group)
            case ast.BinOp(left=left, right=right):
                yield from self.listed(left, group)
                yield from self.listed(right, group)
            case ast.List(elts=items) | ast.Tuple(elts=items):
                for item in items:
                    yield from self.listed(item.value if isinstance(item, ast.Starred) else item, group)
            case ast.Constant(value=str(text)):
                yield from _found(requirement(text, self.lines.whole(node.lineno), group=group))

    def extras(self, node: ast.expr | None) -> Iterator[Dependency]:
        """The requirements of each extra."""
        if isinstance(node, ast.Name):
            yield from self.extras(self.names.pop(node.id, None))
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant):
                    yield from self.listed(value, str(key.value))


def _setup_settings(lines: Lines, keywords: dict[str, ast.expr]) -> Iterator[Setting]:
    """Name, classifiers and entry points, under the keys that a pyproject would have them."""
    for name in ("name", "classifiers", "entry_points"):
        nodes = ast.walk(keywords[name]) if name in keywords else ()
        texts = (node for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
        for place, node in enumerate(texts):
            key = ("project", name) if name == "name" else ("project", name.replace("_", "-"), str(place))
            yield Setting(key, str(node.value), lines.whole(node.lineno), str(node.value))


def read_conda(path: str, data: bytes) -> FileFacts:
    """A conda environment, the packages that pip installs in it included."""
    try:
        nodes = documents(Lines(decode(data)))
    except YamlError as error:
        return failed(path, "requirements", error.line, error.code, f"cannot be read as YAML: {error}")
    listed = nodes[0].get("dependencies") if nodes and isinstance(nodes[0], Mapping) else None
    return FileFacts(path, "requirements", dependencies=tuple(_conda(listed)))


def _conda(node: Node | None) -> Iterator[Dependency]:
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Mapping) and isinstance(pip := item.get("pip"), Sequence):
            yield from filter(None, (requirement(part.text, part.span) for part in pip.items if isinstance(part, Scalar)))
        elif isinstance(item, Scalar):
            yield from filter(None, [_conda_package(item)])


def _conda_package(item: Scalar) -> Dependency | None:
    """`channel::name=version=build`; a version of fewer than three parts stands for all that begin with it."""
    found = CONDA.match(item.text.rpartition("::")[2])
    if found is None:
        return requirement(item.text, item.span)
    name, version = found[1], found[2]
    if name == "python":
        return None
    return python(name, f"=={version}{'' if version.count('.') > 1 else '.*'}" if version else "", item.span)


def read_package_json(path: str, data: bytes) -> FileFacts:
    """Dependencies by group, scripts, and all settings."""
    lines = Lines(decode(data))
    try:
        settings = json_settings(lines)
    except JsonError as error:
        return failed(path, "requirements", lines.span(error.offset, error.offset).line, error.code, f"cannot be read as JSON: {error}")
    listed = (setting for setting in settings if len(setting.key) == 2 and setting.key[0] in NPM_GROUPS)  # noqa: PLR2004 -- group and package
    dependencies = tuple(npm(setting.key[1], setting.raw, setting.span, group=NPM_GROUPS[setting.key[0]]) for setting in listed)
    commands = tuple(task_commands(settings, [("scripts",)]))
    return FileFacts(path, "requirements", settings=settings, dependencies=dependencies, commands=commands)


READERS: dict[str, Callable[[str, bytes], FileFacts]] = {
    "pyproject.toml": read_pyproject,
    "Pipfile": read_pipfile,
    "setup.cfg": read_setup_cfg,
    "setup.py": read_setup_py,
    "environment.yml": read_conda,
    "environment.yaml": read_conda,
    "package.json": read_package_json,
}
