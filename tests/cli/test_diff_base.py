"""`check --diff-base`: what a change brings, from a repository that may try anything."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.sample import PLAIN, UNBOUNDED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Ailint = Callable[..., Result]

SECOND = "\n\nsecond = OpenAI(timeout=None)\nsecond.responses.create(model='gpt-4o-2024-08-06', input='x')\n"
OWN = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always")


def git(folder: Path, *args: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "-C", str(folder), *OWN, *args]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout.strip()  # noqa: S603 -- git itself


def commit(folder: Path, **texts: str) -> str:
    """Write files (`__` stands for `/`, the last `_` for a dot), commit everything; the commit."""
    for name, text in texts.items():
        head, _, tail = name.replace("__", "/").rpartition("_")
        path = folder / f"{head}.{tail}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "a change")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def tracked(repo: Path) -> Path:
    """The application of `repo` under git, with one commit."""
    git(repo, "init", "--quiet")
    commit(repo)
    return repo


def new(result: Result) -> list[tuple[str, int]]:
    output: dict[str, Any] = json.loads(result.stdout)
    return [(found["path"], found["line"]) for found in output["findings"] if found["state"] == "new"]


def compared(ailint: Ailint, ref: str = "main", *args: str) -> list[tuple[str, int]]:
    return new(ailint("check", "--diff-base", ref, "--output-format", "json", *args))


def test_nothing_changed(ailint: Ailint, tracked: Path) -> None:
    result = ailint("check", "--diff-base", "HEAD")
    sha = git(tracked, "rev-parse", "--short=12", "HEAD")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith(f"No findings since {sha} in 3 files for stage production (1 there before).\n")


def test_what_a_change_brings(ailint: Ailint, tracked: Path) -> None:
    commit(tracked, app_py=UNBOUNDED + SECOND)
    result = ailint("check", "--diff-base", "HEAD~1", "--output-format", "json")
    output = json.loads(result.stdout)
    assert (result.exit_code, new(result), output["run"]["diff_base"]) == (1, [("app.py", 15)], git(tracked, "rev-parse", "HEAD~1"))
    assert [found["state"] for found in output["findings"]] == ["baselined", "new"]


def test_what_others_did_meanwhile_is_not_the_changes(ailint: Ailint, tracked: Path) -> None:
    """The other branch mends the old finding; compared with its tip, the finding would seem to be new."""
    git(tracked, "checkout", "--quiet", "-b", "topic")
    commit(tracked, readme_md="words")
    git(tracked, "checkout", "--quiet", "main")
    commit(tracked, app_py=PLAIN)
    git(tracked, "checkout", "--quiet", "topic")
    assert compared(ailint) == []


def test_a_change_elsewhere_breaks_a_line_that_nobody_touched(ailint: Ailint, tracked: Path) -> None:
    asking = "from llm import client\n\n\ndef ask(q: str) -> object:\n    return client.responses.create(model='gpt-4o-2024-08-06', input=q)\n"
    made = "from openai import OpenAI\n\nclient = OpenAI(timeout={})\n"
    commit(tracked, app_py=asking, llm_py=made.format(30))
    commit(tracked, llm_py=made.format(None))
    assert compared(ailint, "HEAD~1") == [("llm.py", 3)]


MOVES = {
    "renamed": lambda repo: git(repo, "mv", "app.py", "chat.py"),
    "renamed, not committed": lambda repo: (repo / "app.py").rename(repo / "chat.py"),
    "moved down": lambda repo: (repo / "app.py").write_text("# words\n\n" + UNBOUNDED, encoding="utf-8"),
    "over several lines": lambda repo: (repo / "app.py").write_text(UNBOUNDED.replace("(timeout=None)", "(\n    timeout=None,\n)"), encoding="utf-8"),
    "with line ends of Windows": lambda repo: (repo / "app.py").write_bytes(UNBOUNDED.replace("\n", "\r\n").encode()),
    "into a function": lambda repo: (repo / "app.py").write_text(
        UNBOUNDED.replace("client = OpenAI(timeout=None)\n", "").replace("    reply", "    client = OpenAI(timeout=None)\n    reply"),
        encoding="utf-8",
    ),
}


@pytest.mark.parametrize("move", MOVES.values(), ids=MOVES.keys())
def test_what_only_moved_is_not_new(ailint: Ailint, tracked: Path, move: Callable[[Path], object]) -> None:
    move(tracked)
    assert compared(ailint, "HEAD") == []
    commit(tracked)
    assert compared(ailint, "HEAD~1") == []


EDITED = {
    "an edited statement": (UNBOUNDED.replace("None)", "None, max_retries=3)"), []),
    "more words": (UNBOUNDED.replace("OpenAI(", "OpenAI(api_key=keys.of('openai'), organization=keys.of('organization'), "), [("app.py", 3)]),
    "an edited one and one more": (UNBOUNDED.replace("None)", "None, max_retries=3)") + SECOND, [("app.py", 3)]),  # whose words stand elsewhere now
}


@pytest.mark.parametrize(("text", "expected"), EDITED.values(), ids=EDITED.keys())
def test_a_finding_that_an_edit_leaves_is_not_new(ailint: Ailint, tracked: Path, text: str, expected: list[tuple[str, int]]) -> None:
    commit(tracked, app_py=text)
    assert compared(ailint, "HEAD~1") == expected


def test_another_model_is_another_finding(ailint: Ailint, tracked: Path) -> None:
    commit(tracked, app_py=UNBOUNDED.replace("gpt-4o-2024-08-06", "gpt-4"))
    commit(tracked, app_py=UNBOUNDED.replace("gpt-4o-2024-08-06", "gpt-3.5-turbo-0613"))
    assert compared(ailint, "HEAD~1", "--select", "model-retired") == [("app.py", 7)]


def test_a_finding_about_a_file_follows_its_rename(ailint: Ailint, tracked: Path) -> None:
    old = "\n".join(
        ["import openai", "", *(f"def part_{n}(q):\n    return openai.ChatCompletion.create(model='gpt-4', prompt=q)\n" for n in range(4))]
    )
    commit(tracked, old_py=old)
    git(tracked, "mv", "old.py", "older.py")
    with (tracked / "older.py").open("a", encoding="utf-8") as file:
        file.write("\n\nLIMIT = 3\n")
    commit(tracked)
    select = ("--select", "deprecated-llm-sdk")
    assert json.loads(ailint("check", *select, "--output-format", "json").stdout)["summary"]["new"] > 0
    assert compared(ailint, "HEAD~1", *select) == []


def test_a_copy_is_new(ailint: Ailint, tracked: Path) -> None:
    commit(tracked, chat_py=UNBOUNDED)
    assert compared(ailint, "HEAD~1") == [("chat.py", 3)]


def test_a_project_whose_manifest_changes_its_name(ailint: Ailint, tracked: Path) -> None:
    select = ("--select", "eval-suite-absent")
    git(tracked, "rm", "--quiet", "pyproject.toml")
    commit(tracked)
    commit(tracked, pyproject_toml="[project]\nname = 'chat'\n")
    assert compared(ailint, "HEAD~1", *select) == []


def test_an_evaluation_that_is_deleted(ailint: Ailint, tracked: Path) -> None:
    commit(tracked, promptfooconfig_yaml="prompts: [x]\nproviders: [openai:gpt-4o]\ntests:\n  - assert: [{type: contains, value: x}]\n")
    git(tracked, "rm", "--quiet", "promptfooconfig.yaml")
    assert compared(ailint, "HEAD", "--select", "eval-suite-absent") == [("pyproject.toml", 1)]


def test_a_suppression_that_is_taken_away(ailint: Ailint, tracked: Path) -> None:
    commit(tracked, app_py=UNBOUNDED.replace("None)", "None)  # ailint: ignore[llm-call-no-timeout] -- batch"))
    commit(tracked, app_py=UNBOUNDED)
    assert compared(ailint, "HEAD~1") == [("app.py", 3)]


def test_a_rule_that_is_switched_on_finds_only_what_is_new(ailint: Ailint, tracked: Path) -> None:
    commit(tracked, pyproject_toml="[tool.ailint.lint]\nselect = ['ALL']\n")
    assert compared(ailint, "HEAD~1") == []


def test_files_that_git_does_not_know_yet(ailint: Ailint, tracked: Path) -> None:
    (tracked / "chat.py").write_text(UNBOUNDED, encoding="utf-8")
    status, index = git(tracked, "status", "--porcelain"), (tracked / ".git" / "index").read_bytes()
    assert compared(ailint, "HEAD") == [("chat.py", 3)]
    assert (git(tracked, "status", "--porcelain"), (tracked / ".git" / "index").read_bytes()) == (status, index)


def test_part_of_a_project(ailint: Ailint, tracked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(tracked, sub__chat_py=UNBOUNDED, other_py=UNBOUNDED)
    monkeypatch.chdir(tracked / "sub")
    assert compared(ailint, "HEAD~1") == [("sub/chat.py", 3)]


def test_a_detached_head(ailint: Ailint, tracked: Path) -> None:
    commit(tracked, chat_py=UNBOUNDED)
    git(tracked, "checkout", "--quiet", "--detach")
    assert compared(ailint, "main~1") == [("chat.py", 3)]


def test_another_work_tree(ailint: Ailint, tracked: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = tmp_path_factory.mktemp("trees") / "topic"
    git(tracked, "worktree", "add", "--quiet", "-b", "topic", str(tree))
    commit(tree, chat_py=UNBOUNDED)
    monkeypatch.chdir(tree)
    assert compared(ailint) == [("chat.py", 3)]


def test_inside_a_hook_of_git(ailint: Ailint, tracked: Path, tmp_path: Path) -> None:
    """Git tells its hooks by variables which repository it is about; they must not lead elsewhere."""
    commit(tracked, chat_py=UNBOUNDED)
    elsewhere = {"GIT_DIR": str(tmp_path / "none"), "GIT_INDEX_FILE": str(tmp_path / "index"), "GIT_WORK_TREE": str(tmp_path)}
    assert new(ailint("check", "--diff-base", "HEAD~1", "--output-format", "json", **elsewhere)) == [("chat.py", 3)]


def test_a_submodule_is_as_it_is_on_the_disk(ailint: Ailint, tracked: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    inner = tmp_path_factory.mktemp("inner")
    git(inner, "init", "--quiet")
    commit(inner, llm_py=UNBOUNDED)
    git(tracked, "submodule", "--quiet", "add", str(inner), "shared")
    commit(tracked)
    assert compared(ailint, "HEAD~1") == [("shared/llm.py", 3)]
    assert compared(ailint, "HEAD") == []


def test_a_large_file_kept_elsewhere_is_as_it_is_on_the_disk(ailint: Ailint, tracked: Path) -> None:
    from hashlib import sha256

    data = UNBOUNDED.encode()
    commit(tracked, chat_py=f"version https://git-lfs.github.com/spec/v1\noid sha256:{sha256(data).hexdigest()}\nsize {len(data)}\n")
    (tracked / "chat.py").write_bytes(data)
    assert compared(ailint, "HEAD") == []


# what stops it


def refused(ailint: Ailint, ref: str) -> tuple[int, str]:
    result = ailint("check", "--diff-base", ref)
    return result.exit_code, result.stderr


@pytest.mark.parametrize("ref", ["nothing", "HEAD~9", "0" * 40, "HEAD:app.py"])
def test_no_such_commit(ailint: Ailint, tracked: Path, ref: str) -> None:
    assert tracked
    assert refused(ailint, ref) == (2, f"ailint: --diff-base: there is no commit `{ref}` in this repository\n")


@pytest.mark.parametrize("ref", ["", "-x", "--output=x"])
def test_no_name(ailint: Ailint, tracked: Path, ref: str) -> None:
    assert tracked
    result = ailint("check", f"--diff-base={ref}")
    assert (result.exit_code, result.stderr) == (2, f"ailint: --diff-base: `{ref}` is no name of a commit\n")


def test_no_git_repository(ailint: Ailint, repo: Path) -> None:
    assert refused(ailint, "main") == (2, f"ailint: --diff-base: there is no git repository at {repo}\n")
    (repo / ".git").mkdir()
    assert refused(ailint, "main") == (2, f"ailint: --diff-base: there is no git repository at {repo}\n")


def test_no_git(ailint: Ailint, tracked: Path) -> None:
    (tracked / "git").write_text("#!/bin/sh\ntouch pwned\n", encoding="utf-8")
    (tracked / "git").chmod(0o755)
    for path in ("/nowhere", str(tracked)):
        result = ailint("check", "--diff-base", "HEAD", PATH=path)
        assert (result.exit_code, result.stderr) == (2, "ailint: --diff-base: git is not installed, or not in PATH\n")
    assert not (tracked / "pwned").exists()


def test_no_commit_yet(ailint: Ailint, repo: Path) -> None:
    git(repo, "init", "--quiet")
    assert refused(ailint, "main") == (2, "ailint: --diff-base: there is no commit `HEAD` in this repository\n")


def test_no_common_history(ailint: Ailint, tracked: Path) -> None:
    git(tracked, "checkout", "--quiet", "--orphan", "other")
    commit(tracked, readme_md="words")
    assert refused(ailint, "main") == (2, "ailint: --diff-base: `main` and HEAD have no common history\n")


def cloned(tracked: Path, folder: Path, *args: str) -> Path:
    git(tracked, "config", "uploadpack.allowFilter", "true")
    git(folder, "clone", "--quiet", *args, tracked.as_uri(), "clone")
    return folder / "clone"


def test_a_shallow_clone(ailint: Ailint, tracked: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tracked, "branch", "old")
    commit(tracked, chat_py=UNBOUNDED)
    clone = cloned(tracked, tmp_path_factory.mktemp("clones"), "--depth", "1", "--no-single-branch")
    monkeypatch.chdir(clone)
    for ref, words in (("HEAD~1", "there is no commit `HEAD~1`"), ("origin/old", "`origin/old` and HEAD have no common history that is here")):
        code, said = refused(ailint, ref)
        assert (code, words in said, "; this is a shallow clone: fetch its history first (`fetch-depth: 0` of actions/checkout" in said) == (
            2,
            True,
            True,
        )
    git(clone, "fetch", "--quiet", "--unshallow")
    assert compared(ailint, "origin/old") == [("chat.py", 3)]


def test_a_clone_just_deep_enough(ailint: Ailint, tracked: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(tracked)
    commit(tracked, chat_py=UNBOUNDED)
    monkeypatch.chdir(cloned(tracked, tmp_path_factory.mktemp("clones"), "--depth", "2"))
    assert compared(ailint, "HEAD~1") == [("chat.py", 3)]


def test_a_partial_clone(ailint: Ailint, tracked: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(tracked, app_py=PLAIN)
    monkeypatch.chdir(cloned(tracked, tmp_path_factory.mktemp("clones"), "--filter=blob:none"))
    code, said = refused(ailint, "HEAD~1")
    assert (code, "`app.py` of the base is not here; this is a partial clone: fetch what is missing first" in said) == (2, True)
    assert compared(ailint, "HEAD") == []


def test_pictures_that_a_partial_clone_leaves_out(
    ailint: Ailint, tracked: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(tracked, picture_png="x" * 3000)
    commit(tracked, picture_png="y" * 3000, chat_py=UNBOUNDED)
    monkeypatch.chdir(cloned(tracked, tmp_path_factory.mktemp("clones"), "--filter=blob:limit=2k"))
    assert compared(ailint, "HEAD~1") == [("chat.py", 3)]


def test_names_of_sha256(ailint: Ailint, repo: Path) -> None:
    git(repo, "init", "--quiet", "--object-format=sha256")
    commit(repo)
    commit(repo, chat_py=UNBOUNDED)
    assert compared(ailint, "HEAD~1") == [("chat.py", 3)]


# what it must not run

HOSTILE = """\
[core]
	fsmonitor = "{trap} fsmonitor"
	hooksPath = {hooks}
	sshCommand = "{trap} ssh"
	pager = "{trap} pager"
	editor = "{trap} editor"
	askPass = "{trap} askpass"
	gitProxy = "{trap} proxy"
	alternateRefsCommand = "{trap} refs"
	attributesFile = {attributes}
[diff]
	external = "{trap} diff"
[diff "evil"]
	command = "{trap} command"
	textconv = "{trap} textconv"
[filter "evil"]
	clean = "{trap} clean"
	smudge = "{trap} smudge"
	process = "{trap} process"
	required = true
[merge "evil"]
	driver = "{trap} merge"
[alias]
	rev-parse = "!{trap} alias"
	ls-tree = "!{trap} alias"
	cat-file = "!{trap} alias"
	merge-base = "!{trap} alias"
	diff-tree = "!{trap} alias"
[credential]
	helper = "!{trap} credential"
[gpg]
	program = "{trap} gpg"
[protocol]
	allow = always
[protocol "ext"]
	allow = always
[uploadpack]
	packObjectsHook = "{trap} pack"
[remote "evil"]
	url = "ext::{trap} remote"
	promisor = true
	uploadpack = "{trap} uploadpack"
	partialclonefilter = blob:none
[extensions]
	partialClone = evil
"""


@pytest.fixture
def sprung(tracked: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], list[str]]:
    """The repository set with traps; what was caught in them."""
    folder = tmp_path_factory.mktemp("traps")
    trap, caught, hooks = folder / "trap", folder / "caught", folder / "hooks"
    trap.write_text(f'#!/bin/sh\necho "$1" >> {caught}\n', encoding="utf-8")
    hooks.mkdir()
    for name in ("post-checkout", "post-index-change", "reference-transaction", "pre-auto-gc", "fsmonitor-watchman"):
        (hooks / name).write_text(f"#!/bin/sh\n{trap} hook-{name}\n", encoding="utf-8")
    (folder / "attributes").write_text("* filter=evil diff=evil merge=evil\n", encoding="utf-8")
    for file in (trap, *hooks.iterdir()):
        file.chmod(0o755)
    commit(tracked)
    (tracked / ".gitattributes").write_text("* filter=evil diff=evil merge=evil\n", encoding="utf-8")
    commit(tracked, chat_py=UNBOUNDED, gone_py=PLAIN)
    (tracked / "gone.py").unlink()
    commit(tracked)
    (tracked / "app.py").write_text(UNBOUNDED + SECOND, encoding="utf-8")
    with (tracked / ".git" / "config").open("a", encoding="utf-8") as configuration:
        configuration.write(HOSTILE.format(trap=trap, hooks=hooks, attributes=folder / "attributes"))
    return lambda: caught.read_text(encoding="utf-8").split() if caught.exists() else []


def test_nothing_of_a_hostile_repository_is_run(ailint: Ailint, tracked: Path, sprung: Callable[[], list[str]]) -> None:
    assert compared(ailint, "HEAD~1") == [("app.py", 15)]
    assert compared(ailint, "HEAD~2") == [("app.py", 15), ("chat.py", 3)]
    gone = git(tracked, "-c", "core.fsmonitor=", "rev-parse", "HEAD~1:gone.py")
    (tracked / ".git" / "objects" / gone[:2] / gone[2:]).unlink()
    assert "is not here" in ailint("check", "--diff-base", "HEAD~1").stderr
    assert ailint("check", "--diff-base", "f" * 40).exit_code == 2
    assert ailint("check", "--diff-base", "HEAD@{upstream}").exit_code == 2
    assert sprung() == []


def test_the_traps_work(tracked: Path, sprung: Callable[[], list[str]]) -> None:
    for args in (("status",), ("diff",), ("cat-file", "-e", "f" * 40), ("checkout", "app.py")):
        subprocess.run(["git", "-C", str(tracked), *args], check=False, capture_output=True)  # noqa: S603, S607 -- git itself
    assert {"fsmonitor", "remote"} <= set(sprung())


def test_hostile_names_in_a_commit_lead_nowhere(ailint: Ailint, tracked: Path, tmp_path: Path) -> None:
    """A tree may hold any name; git's own porcelain would refuse to make this one."""
    blob = git(tracked, "rev-parse", "HEAD:app.py")
    inner = tree(tracked, f"100644 blob {blob}\tpwned.py")
    top = tree(
        tracked,
        f"040000 tree {inner}\t..",
        f"040000 tree {inner}\t.git",
        f"100644 blob {blob}\tapp.py",
        f"120000 blob {blob}\tlink.py",
        f"100644 blob {blob}\tC:evil.py",
    )
    base = git(tracked, "commit-tree", top, "-m", "hostile")
    git(tracked, "reset", "--quiet", "--soft", base)
    commit(tracked, chat_py=UNBOUNDED)
    assert compared(ailint, "HEAD~1") == [("chat.py", 3)]
    assert not list(tmp_path.parent.rglob("pwned.py"))


def tree(repo: Path, *lines: str) -> str:
    """A tree object with whatever names."""
    data = b"".join(_entry(line) for line in lines)
    command = ["git", "-C", str(repo), "hash-object", "-t", "tree", "-w", "--stdin", "--literally"]
    return subprocess.run(command, check=True, capture_output=True, input=data).stdout.decode().strip()  # noqa: S603 -- git itself


def _entry(line: str) -> bytes:
    about, _, name = line.partition("\t")
    mode, _, sha = about.split()
    return f"{mode.lstrip('0')} {name}".encode() + b"\0" + bytes.fromhex(sha)
