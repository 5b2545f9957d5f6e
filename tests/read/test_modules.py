"""Where an import leads among the repository's own files."""

from __future__ import annotations

import pytest

from ailint.read.modules import Modules

PATHS = [
    "app.py",
    "shop/__init__.py",
    "shop/model.py",
    "shop/deep/__init__.py",
    "shop/deep/er.py",
    "plain/notes.py",
    "src/core/__init__.py",
    "src/core/engine.py",
    "services/api/main.py",
    "services/api/src/lib/tool.py",
    "services/api/models.py",
    "services/worker/main.py",
    "models.py",
    "openai/readme.py",
    "README.md",
]
CASES = {
    "a module beside": ("app.py", "models", 0, "models.py"),
    "a package": ("app.py", "shop", 0, "shop/__init__.py"),
    "a module of a package": ("app.py", "shop.model", 0, "shop/model.py"),
    "a module of a package's package": ("app.py", "shop.deep.er", 0, "shop/deep/er.py"),
    "a folder without __init__": ("app.py", "plain", 0, "plain/"),
    "a module of a folder without __init__": ("app.py", "plain.notes", 0, "plain/notes.py"),
    "under src": ("app.py", "core.engine", 0, "src/core/engine.py"),
    "with src written out": ("app.py", "src.core", 0, "src/core/__init__.py"),
    "from within a package, absolutely": ("shop/deep/er.py", "shop.model", 0, "shop/model.py"),
    "from within a package, not beside": ("shop/deep/er.py", "model", 0, None),
    "relatively, beside": ("shop/model.py", "deep", 1, "shop/deep/__init__.py"),
    "relatively, the package itself": ("shop/model.py", "", 1, "shop/__init__.py"),
    "relatively, one up": ("shop/deep/er.py", "model", 2, "shop/model.py"),
    "relatively, beyond the top": ("app.py", "shop", 5, "shop/__init__.py"),
    "relatively, not there": ("shop/model.py", "nowhere", 1, None),
    "of one's own service": ("services/api/main.py", "models", 0, "services/api/models.py"),
    "of no service's own": ("services/worker/main.py", "models", 0, "models.py"),
    "under the src of a service": ("services/api/main.py", "lib.tool", 0, "services/api/src/lib/tool.py"),
    "a library": ("app.py", "numpy", 0, None),
    "a bare folder of a library's name": ("app.py", "openai", 0, None),
    "a file that is no module": ("app.py", "README", 0, None),
}


@pytest.mark.parametrize(("importer", "module", "level", "expected"), CASES.values(), ids=CASES.keys())
def test_where_an_import_leads(importer: str, module: str, level: int, expected: str | None) -> None:
    assert Modules(PATHS, ["openai"]).find(importer, module, level) == expected


@pytest.mark.parametrize(
    ("package", "name", "expected"),
    [
        pytest.param("shop/__init__.py", "model", "shop/model.py", id="of a package"),
        pytest.param("shop/__init__.py", "deep", "shop/deep/__init__.py", id="a package of a package"),
        pytest.param("plain/", "notes", "plain/notes.py", id="of a bare folder"),
        pytest.param("shop/model.py", "deep", None, id="of a module"),
        pytest.param("shop/__init__.py", "nowhere", None, id="not there"),
    ],
)
def test_modules_inside(package: str, name: str, expected: str | None) -> None:
    assert Modules(PATHS).submodule(package, name) == expected
