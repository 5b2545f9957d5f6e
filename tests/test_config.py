"""Configuration: where it is found, what it refuses, what beats what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ailint.config import Override, effective, find_root, inline, load_config
from ailint.errors import ConfigError
from ailint.facts import Severity
from ailint.settings import Stage

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_root_is_the_nearest_folder_with_git(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path, "a/b/app.py", "")
    assert find_root([tmp_path / "a" / "b" / "app.py"]) == tmp_path.resolve()


def test_root_without_git_is_what_the_paths_share(tmp_path: Path) -> None:
    write(tmp_path, "a/x.py", "")
    write(tmp_path, "b/y.py", "")
    assert find_root([tmp_path / "a" / "x.py", tmp_path / "b"]) == tmp_path.resolve()


def test_defaults_without_a_file(tmp_path: Path) -> None:
    config = load_config(tmp_path)
    assert (config.stage, config.fail_on, config.source) == (Stage.PRODUCTION, "high", "")


def test_pyproject_table(tmp_path: Path) -> None:
    write(tmp_path, "pyproject.toml", '[tool.ailint]\nstage = "pilot"\n[tool.ailint.lint.severity]\n"some-rule" = "low"\n')
    config = load_config(tmp_path)
    assert (config.stage, config.lint.severity, config.source) == (Stage.PILOT, {"some-rule": Severity.LOW}, "pyproject.toml")


def test_ailint_toml_has_its_keys_at_top_level_and_wins(tmp_path: Path) -> None:
    write(tmp_path, "pyproject.toml", '[tool.ailint]\nstage = "pilot"\n')
    write(tmp_path, "ailint.toml", 'stage = "poc"\n')
    assert load_config(tmp_path).stage is Stage.POC


def test_isolated_reads_no_file(tmp_path: Path) -> None:
    write(tmp_path, "ailint.toml", 'stage = "poc"\n')
    assert load_config(tmp_path, isolated=True).stage is Stage.PRODUCTION


def test_named_file(tmp_path: Path) -> None:
    file = write(tmp_path, "elsewhere/lint.toml", 'stage = "poc"\n')
    assert load_config(tmp_path, file=file).source == "elsewhere/lint.toml"
    assert load_config(tmp_path / "elsewhere" / "below", file=file).source == "lint.toml"


def test_a_setting_of_the_command_line_stands_in_no_file(tmp_path: Path) -> None:
    write(tmp_path, "ailint.toml", "exclude = []\n")
    config = load_config(tmp_path, [Override(("stage",), "pilot", "--stage")])
    assert [config.file_of(key) for key in ("exclude", "waivers", "stage")] == ["ailint.toml", "ailint.toml", ""]


def test_overrides_beat_the_file_and_say_where_they_came_from(tmp_path: Path) -> None:
    write(tmp_path, "ailint.toml", 'stage = "poc"\nfail-on = "low"\n')
    config = load_config(tmp_path, [Override(("stage",), "pilot", "--stage")])
    origins = {key: origin for key, _, origin in effective(config)}
    assert (config.stage, origins["stage"], origins["fail-on"], origins["jobs" if "jobs" in origins else "preview"]) == (
        Stage.PILOT,
        "--stage",
        "ailint.toml",
        "default",
    )


def test_inline_setting_keeps_keys_with_dots() -> None:
    expected = [Override(("lint", "per-file-ignores", "a/b.py"), ["some-rule"], "--config")]
    assert inline('lint.per-file-ignores."a/b.py" = ["some-rule"]') == expected


def test_roles_by_path(tmp_path: Path) -> None:
    write(tmp_path, "ailint.toml", '[paths]\ntests = ["checks/**"]\napp = ["src/**"]\nprompts = ["p/**"]\n')
    assert load_config(tmp_path).paths.by_role() == {"app": ("src/**",), "test": ("checks/**",)}


WAIVER = "[[tool.ailint.waivers]]\nrule = 'x'\nkind = 'elsewhere'\nreason = 'y'\n"
REFUSED = {
    "unknown key": ('[tool.ailint]\nfail_on = "low"', "pyproject.toml:2: unknown key `fail_on` in tool.ailint; did you mean `fail-on`?"),
    "unknown key of a table": ("[tool.ailint.lint]\nselct = []", "pyproject.toml:2: unknown key `selct` in tool.ailint.lint; did you mean `select`?"),
    "unknown key of a waiver": (
        "[[tool.ailint.waivers]]\nrulle = 'x'",
        "pyproject.toml:2: unknown key `rulle` in tool.ailint.waivers; did you mean `rule`?",
    ),
    "unknown key of the second waiver": (
        f"{WAIVER}{WAIVER}expire = 2027-01-01",
        "pyproject.toml:9: unknown key `expire` in tool.ailint.waivers; did you mean `expires`?",
    ),
    "wrong kind of waiver": (
        WAIVER.replace("elsewhere", "accepted_risk"),
        "`waivers[0].kind`: invalid enum value 'accepted_risk' (one of accepted-risk, false-positive, not-applicable, elsewhere); did you mean",
    ),
    "no date": (f"{WAIVER}expires = 'soon'", "pyproject.toml:5: `waivers[0].expires`: invalid RFC3339 encoded date"),
    "no reason but a blank": (WAIVER.replace("'y'", "''"), "pyproject.toml:4: `waivers[0].reason`: expected `str` of length >= 1"),
    "no pattern": (f"{WAIVER}paths = ['a/**', '!']", "pyproject.toml:5: `!` in waivers.paths is no pattern for paths"),
    "no pattern of a role": ("[tool.ailint.paths]\ntests = ['!']", "pyproject.toml:2: `!` in paths.tests is no pattern for paths"),
    "no pattern with rules": (
        "[tool.ailint.lint.per-file-ignores]\n'!' = []",
        "pyproject.toml:2: `!` in lint.per-file-ignores is no pattern for paths",
    ),
    "wrong choice": ('[tool.ailint]\nstage = "pilto"', "`stage`: invalid enum value 'pilto' (one of poc, pilot, production); did you mean `pilot`?"),
    "wrong type": ("[tool.ailint]\nexclude = 3", "pyproject.toml:2: `exclude`: expected `array`, got `int`"),
    "missing reason": (
        "[[tool.ailint.waivers]]\nrule = 'x'\nkind = 'elsewhere'",
        "pyproject.toml:1: `waivers[0]`: object missing required field `reason`",
    ),
    "broken file": ("[tool.ailint", "pyproject.toml: cannot be parsed: "),
    "no text": ("\udcff", "pyproject.toml: cannot be read: "),
}


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "pyproject.toml").write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(ConfigError) as refusal:
        load_config(tmp_path)
    assert message in str(refusal.value)


def test_refused_override_names_the_option(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="--config: unknown key `stge`"):
        load_config(tmp_path, inline('stge = "poc"'))
