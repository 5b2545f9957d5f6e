"""Links: to the commit on the forge, else from file to file; never to anywhere that a file name says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ailint.links import Links, links

if TYPE_CHECKING:
    from pathlib import Path

FORGE = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "o/r", "GITHUB_SHA": "abc"}


def test_the_forge_is_preferred(tmp_path: Path) -> None:
    assert links(tmp_path, tmp_path / "report.html", FORGE).to("app/a.py", 3) == "https://github.com/o/r/blob/abc/app/a.py#L3"


def test_from_file_to_file(tmp_path: Path) -> None:
    assert links(tmp_path, tmp_path / "build" / "report.html", {}).to("app.py", 3) == "./../app.py#L3"


def test_standard_output_has_no_place_to_start_from(tmp_path: Path) -> None:
    assert links(tmp_path, None, {}).to("app.py", 3) is None


@pytest.mark.parametrize("path", ["javascript:alert(1)", "//evil.example/x", 'a"onclick="x', "a#b?c", "a\nb"])
def test_a_name_stays_a_name(path: str) -> None:
    address = Links("./").to(path, 1) or ""
    assert address.startswith("./")
    assert not set(address.removesuffix("#L1")) & set(':"#?\n<>')
