"""The verifier of the knowledge tables, on made-up packages."""

from __future__ import annotations

import textwrap
import zipfile
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
import verify_knowledge
from knowledge_checks import Checker
from knowledge_signatures import Answer
from knowledge_sources import Release, Tree, named_releases, obtain, unpack
from packaging.version import Version

from ailint.knowledge.tables import Library

if TYPE_CHECKING:
    from pathlib import Path

VERIFIED, UNVERIFIABLE, WRONG = Answer.VERIFIED, Answer.UNVERIFIABLE, Answer.WRONG

CLIENT = """
    class Base:
        def close(self): ...

    class Chat:
        def create(self, *, model: str, timeout: float | None = None): ...

    class Client(Base):
        def __init__(self, api_key=None, *, timeout=None, http=None):
            self.chat = Chat()

        @property
        def images(self) -> "Images":
            return Images(self)

        def with_options(self, *, retries=None) -> "Client":
            return self

    class AsyncClient(Client):
        def __init__(self, api_key=None, *, timeout=None, http=None, loop=None): ...

    class Images:
        async def make(self, prompt, size=1): ...

    def open_any(path, **options):
        return options.get("mode")
"""


def unpacked(tmp_path: Path, files: dict[str, str], release: str = "acme 1.0") -> Tree:
    """A release whose sources are these files."""
    package, _, version = release.partition(" ")
    folder = tmp_path / f"{package}-{version}"
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text))
    return Tree(Release(package, Version(version)), folder)


def table(**parts: Any) -> Library:
    """A library table with these parts."""
    return msgspec.convert({"library": "acme", "as_of": "2026-11-24", "source": "acme 1.0", **parts}, Library)


def answers(library: Library, *trees: Tree) -> dict[tuple[str, str], Answer]:
    """What the sources say of each name in a table."""
    return {(claim.what, claim.name): claim.answer for claim in Checker([library], trees).claims(library)}


@pytest.fixture
def acme(tmp_path: Path) -> Tree:
    return unpacked(tmp_path, {"acme/__init__.py": "from .client import *\nfrom .client import Client as Renamed\n", "acme/client.py": CLIENT})


def found(acme: Tree, name: str) -> Answer:
    return answers(table(calls=[{"name": name}]), acme)["function", name]


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("acme.Client", VERIFIED),
        ("acme.Renamed", VERIFIED),
        ("acme.Client.close", VERIFIED),
        ("acme.Client.chat.create", VERIFIED),
        ("acme.Client.images.make", VERIFIED),
        ("acme.Client().with_options().chat.create", VERIFIED),
        ("acme.Missing", WRONG),
        ("acme.Client.images.draw", WRONG),
        ("elsewhere.Client", UNVERIFIABLE),
    ],
)
def test_name(acme: Tree, name: str, answer: Answer) -> None:
    assert found(acme, name) is answer


@pytest.mark.parametrize(
    ("spelling", "answer"),
    [("timeout", VERIFIED), ("api_key", VERIFIED), ("retries", VERIFIED), ("loop", VERIFIED), ("wait", WRONG), ("http.timeout", UNVERIFIABLE)],
)
def test_argument_of_a_class(acme: Tree, spelling: str, answer: Answer) -> None:
    """Also where a fluent method takes it, or a class that is like it."""
    library = table(
        classes=[
            {"name": "acme.Client", "role": "llm.client", "arguments": {"timeout": spelling}, "fluent": ["with_options"]},
            {"name": "acme.AsyncClient", "like": "acme.Client"},
        ]
    )
    assert answers(library, acme)["argument", f"acme.Client({spelling})"] is answer


@pytest.mark.parametrize(("spelling", "answer"), [("path", VERIFIED), ("mode", VERIFIED), ("anything", UNVERIFIABLE)])
def test_argument_of_an_open_function(acme: Tree, spelling: str, answer: Answer) -> None:
    library = table(calls=[{"name": "acme.open_any", "arguments": {"path": spelling}}])
    assert answers(library, acme)["argument", f"acme.open_any({spelling})"] is answer


def test_argument_of_a_method_of_a_like_class(tmp_path: Path) -> None:
    acme = unpacked(tmp_path, {"acme.py": "class A:\n    def run(self, text): ...\nclass B:\n    def run(self, prompt): ...\n"})
    library = table(
        classes=[{"name": "acme.A"}, {"name": "acme.B", "like": "acme.A"}],
        calls=[{"name": "run", "on": "acme.A", "arguments": {"prompt": ["prompt", "question"]}}],
    )
    given = answers(library, acme)
    assert given["argument", "acme.A.run(prompt)"] is VERIFIED
    assert given["argument", "acme.A.run(question)"] is WRONG


@pytest.mark.parametrize(("spelling", "answer"), [("retries", VERIFIED), ("tries", WRONG)])
def test_argument_of_one_form_of_an_object_that_is_called(tmp_path: Path, spelling: str, answer: Answer) -> None:
    source = """
        class Decorator:
            @overload
            def __call__(self, function): ...
            @overload
            def __call__(self, *, retries=None): ...
            def __call__(self, function=None, *, retries=None): ...

        task = Decorator()
    """
    tree = unpacked(tmp_path, {"acme.py": source})
    entry = {"name": "acme.task", "arguments": {"retries": spelling}}
    assert answer in answers(table(calls=[entry]), tree).values()


def test_method_of_a_class(acme: Tree) -> None:
    given = answers(table(classes=[{"name": "acme.Client"}], calls=[{"name": ["images.make", "images.draw"], "on": "acme.Client"}]), acme)
    assert given["method", "acme.Client.images.make"] is VERIFIED
    assert given["method", "acme.Client.images.draw"] is WRONG


@pytest.mark.parametrize(("names", "answer"), [(["prompt", "size"], VERIFIED), (["size", "prompt"], WRONG)])
def test_positional(acme: Tree, names: list[str], answer: Answer) -> None:
    library = table(classes=[{"name": "acme.Client"}], calls=[{"name": "images.make", "on": "acme.Client", "positional": names}])
    assert answers(library, acme)["positional", f"acme.Client.images.make({', '.join(names)})"] is answer


def test_alias_returns_and_evidence(acme: Tree) -> None:
    library = table(
        aliases={"acme.client.Client": "acme.Client", "acme.old.Client": "acme.Client"},
        calls=[{"name": "acme.open_any", "returns": "acme.Nothing"}],
        evidence=[{"practice": "tracing", "calls": ["acme.Client", "acme.Tracer"]}],
    )
    given = answers(library, acme)
    assert given["alias", "acme.client.Client"] is VERIFIED
    assert given["alias", "acme.old.Client"] is WRONG
    assert given["returns", "acme.Nothing"] is WRONG
    assert given["evidence", "acme.Client"] is VERIFIED
    assert given["evidence", "acme.Tracer"] is WRONG


def test_fields_of_records(tmp_path: Path) -> None:
    source = """
        from dataclasses import dataclass

        @dataclass
        class Options:
            limit: int = 1

        @dataclass
        class Client:
            options: Options
            key: str = ""
    """
    acme = unpacked(tmp_path, {"acme/__init__.py": source})
    given = answers(table(classes=[{"name": "acme.Client", "arguments": {"a": "options.limit", "b": "options.size", "c": "key"}}]), acme)
    assert given["argument", "acme.Client(options.limit)"] is VERIFIED
    assert given["argument", "acme.Client(options.size)"] is WRONG
    assert given["argument", "acme.Client(key)"] is VERIFIED


def test_names_of_one_version(tmp_path: Path) -> None:
    """An entry with a range of versions is looked up in these alone; what is gone must have been there before."""
    old = unpacked(tmp_path, {"acme.py": "def ask(): ...\n"}, "acme 1.0")
    new = unpacked(tmp_path, {"acme.py": "def chat(): ...\n"}, "acme 2.0")
    library = table(
        calls=[{"name": "acme.ask"}, {"name": "acme.chat", "versions": "<2"}],
        removals=[
            {"name": "acme.ask", "instead": "acme.chat", "removed_in": "2.0"},
            {"name": "acme.beg", "instead": "acme.chat", "removed_in": "2.0"},
        ],
    )
    given = answers(library, old, new)
    assert given["function", "acme.ask"] is VERIFIED
    assert given["function", "acme.chat"] is WRONG
    assert given["removal", "acme.ask"] is VERIFIED
    assert given["removal", "acme.beg"] is WRONG


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ('NAMES = {"Client": ".client"}\ndef __getattr__(name): ...\n', VERIFIED),
        ("def __getattr__(name):\n    from .client import Client\n    return Client\n", VERIFIED),
        ("def fill():\n    global Client\n    Client = object\nfill()\n", UNVERIFIABLE),
        ("from elsewhere import *\n", UNVERIFIABLE),
        ('import sys\nfor part in ["Client"]:\n    sys.modules[f"acme.{part}"] = sys\n', UNVERIFIABLE),
        ("def __getattr__(name): ...\n", WRONG),
    ],
)
def test_names_made_at_run_time(tmp_path: Path, source: str, answer: Answer) -> None:
    assert found(unpacked(tmp_path, {"acme/__init__.py": source, "acme/client.py": "class Client: ...\n"}), "acme.Client") is answer


def test_service_descriptions(tmp_path: Path) -> None:
    description = """
        {"operations": {"InvokeModel": {"input": {"shape": "In"}}},
         "shapes": {"In": {"type": "structure", "members": {"modelId": {"shape": "Text"}}}, "Text": {"type": "string"}}}
    """
    botocore = unpacked(tmp_path, {"botocore/data/runtime/2024-01-01/service-2.json": description}, "botocore 1.0")
    names = ["boto3.client.runtime.invoke_model", "boto3.client.runtime.delete_model"]
    given = answers(table(calls=[{"name": name, "arguments": {"model": "modelId", "top_k": "topK"}} for name in names]), botocore)
    assert given["function", names[0]] is VERIFIED
    assert given["function", names[1]] is WRONG
    assert given["argument", f"{names[0]}(modelId)"] is VERIFIED
    assert given["argument", f"{names[0]}(topK)"] is WRONG


@pytest.mark.parametrize(
    ("source", "releases"),
    [
        ("acme 1.0, 2.0b1 and 3.1 (wheel sources)", {"acme 1.0", "acme 2.0b1", "acme 3.1"}),
        ("acme 1.0; Other_Tool 2.0 (wheel sources); third 3.0 by its documentation", {"acme 1.0", "other-tool 2.0"}),
        ("acme-core 1.0, -openai 2.0 (wheel sources)", {"acme-core 1.0", "acme-openai 2.0"}),
        ("red-analyzer and -anonymizer 2.2.3", {"red-analyzer 2.2.3", "red-anonymizer 2.2.3"}),
        ("CPython 3.11 to 3.14 (signatures)", set()),
    ],
)
def test_releases_that_a_source_names(source: str, releases: set[str]) -> None:
    assert {f"{release.package} {release.version}" for release in named_releases(source, [])} == releases


def test_cached_release_is_not_downloaded(tmp_path: Path) -> None:
    made = unpacked(tmp_path, {"acme.py": ""}, "acme 1.0.0")
    assert obtain(Release("acme", Version("1.0")), tmp_path) == Tree(Release("acme", Version("1.0")), made.folder)


@pytest.mark.parametrize(("packed", "kept"), [(["acme.py", "acme.pyi", "acme.so"], ["acme.py", "acme.pyi"]), (["acme-1.0.dist-info/METADATA"], [])])
def test_unpacked_wheel(tmp_path: Path, packed: list[str], kept: list[str]) -> None:
    """Sources alone are kept, also of a package without any; the wheel is not."""
    wheel = tmp_path / "wheels" / "acme-1.0" / "acme-1.0-py3-none-any.whl"
    wheel.parent.mkdir(parents=True)
    with zipfile.ZipFile(wheel, "w") as archive:
        for name in packed:
            archive.writestr(name, "")
    folder = unpack(wheel, tmp_path / "acme-1.0")
    assert sorted(path.name for path in folder.iterdir()) == kept
    assert not wheel.exists()


@pytest.mark.parametrize(("name", "status"), [("acme.ask", 0), ("acme.beg", 1)])
def test_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, status: int) -> None:
    """Exit status, the table of libraries, the report."""
    cache, tables, report = tmp_path / "cache", tmp_path / "tables", tmp_path / "report.md"
    unpacked(cache, {"acme.py": "def ask(): ...\n"})
    tables.mkdir()
    (tables / "acme.yaml").write_text(f"library: acme\nas_of: 2026-11-24\nsource: acme 1.0\ncalls: [{{name: {name}}}]\n")
    monkeypatch.setattr(verify_knowledge, "TABLES", tables)
    monkeypatch.setattr(verify_knowledge, "REPORT", report)
    assert verify_knowledge.main(["--cache", str(cache)]) == status
    assert f"| acme | acme 1.0 | {1 - status} | 0 | {status} |" in capsys.readouterr().out
    assert ("* wrong function: `acme.beg`" in report.read_text()) is bool(status)
    assert str(tmp_path) not in report.read_text()
