"""Versions: what a lock, a pin or a range says, and which meaning holds then."""

from __future__ import annotations

import pytest

from ailint.facts import Dependency, Span
from ailint.project.versions import Versions
from tests import acme
from tests.linked import linked, the_site

ACME = acme.knowledge()


def dependency(specifier: str = "", version: str | None = None, name: str = "acme", ecosystem: str = "python") -> Dependency:
    kind = "lock" if version else "requirement"
    return Dependency(name, specifier, version, ecosystem, kind, "", Span(1, 0, 1, 0))  # type: ignore[arg-type]


def versions(*dependencies: Dependency) -> Versions:
    return Versions(dependencies, ACME)


@pytest.mark.parametrize(
    ("specifier", "wanted", "expected"),
    [
        pytest.param("", "<2", True, id="nothing declared"),
        pytest.param(">=2", "<2", False, id="only newer ones"),
        pytest.param(">=1", "<2", True, id="older ones too"),
        pytest.param("<2", ">=2", False, id="only older ones"),
        pytest.param("==1.5", "<2", True, id="pinned inside"),
        pytest.param("==2.0", "<2", False, id="pinned at the bound"),
        pytest.param("~=1.4", "<1.4", False, id="compatible, from the bound"),
        pytest.param("~=1.4", ">=1.4,<2", True, id="compatible"),
        pytest.param(">1.9,<2.1", ">=2", True, id="around the bound"),
        pytest.param("==1.*", "<2", True, id="any of a series"),
        pytest.param(">=1,!=1.5", "==1.5", False, id="left out"),
        pytest.param(">=2.0rc1", ">=2.0rc1,<2.1", True, id="before the release"),
    ],
)
def test_what_may_be_installed(specifier: str, wanted: str, *, expected: bool) -> None:
    assert versions(dependency(specifier)).may_be("acme", wanted) is expected


@pytest.mark.parametrize(
    ("specifier", "wanted", "expected"),
    [
        pytest.param("", "<2", False, id="nothing declared: the newest"),
        pytest.param(">=1", ">=2", True, id="no upper bound"),
        pytest.param("<2", "<2", True, id="an upper bound"),
        pytest.param("<2", ">=2", False, id="an upper bound below"),
        pytest.param("==1.5", "<2", True, id="pinned"),
    ],
)
def test_what_an_installation_gets_today(specifier: str, wanted: str, *, expected: bool) -> None:
    assert versions(dependency(specifier)).newest_may_be("acme", wanted) is expected


def test_a_lock_decides_over_a_range() -> None:
    locked = versions(dependency(">=1"), dependency(version="2.1"))
    assert locked.may_be("acme", ">=2")
    assert not locked.may_be("acme", "<2")
    assert not locked.newest_may_be("acme", "<2")
    assert str(locked.locked("acme")) == "2.1"


def test_what_is_no_version_is_passed_over() -> None:
    odd = versions(dependency("from git"), dependency(version="main"))
    assert odd.locked("acme") is None
    assert odd.may_be("acme", "<2")


def test_another_ecosystem_s_package_is_another_package() -> None:
    assert not versions(dependency("==1", ecosystem="npm")).declared("acme")


def test_packages_of_a_library() -> None:
    assert versions().packages("acme") == ["acme", "acme-extras"]


@pytest.mark.parametrize(
    ("requirements", "expected"),
    [
        pytest.param("acme==1.5\n", 10, id="the old one"),
        pytest.param("acme==2.5\n", 20, id="the new one"),
        pytest.param("acme>=2\n", 20, id="any new one"),
        pytest.param("acme\n", None, id="either"),
        pytest.param("other\n", None, id="not declared"),
        pytest.param("acme-extras==1\n", 10, id="by another package of the library"),
    ],
)
def test_the_default_of_the_installed_version(requirements: str, expected: int | None) -> None:
    project = linked({"requirements.txt": requirements, "app.py": "from acme import Versioned\nVersioned()\n"}, ACME)
    assert project.argument(the_site(project, "llm.client"), "timeout").default == expected


def test_what_all_versions_have_in_common_is_known() -> None:
    project = linked({"requirements.txt": "acme\n", "app.py": "from acme import Versioned\nVersioned()\n"}, ACME)
    assert project.argument(the_site(project, "llm.client"), "retries").default == 1


def test_each_sub_project_has_its_own_versions() -> None:
    files = {
        "old/pyproject.toml": '[project]\nname = "old"\ndependencies = ["acme==1.5"]\n',
        "old/app.py": "from acme import Versioned\nVersioned()\n",
        "new/pyproject.toml": '[project]\nname = "new"\ndependencies = ["acme==2.5"]\n',
        "new/app.py": "from acme import Versioned\nVersioned()\n",
    }
    project = linked(files, ACME)
    assert {site.path: project.argument(site, "timeout").default for site in project.calls("llm.client")} == {"old/app.py": 10, "new/app.py": 20}
