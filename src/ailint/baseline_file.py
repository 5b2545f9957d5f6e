"""The baseline of a project: which file it is, what of it still matches, and how it is written."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from ailint.baseline import DEFAULT, LARGEST, Applied, Baseline, Entry, apply, lines, parse, stale
from ailint.discover import read_bytes
from ailint.errors import ConfigError, UserError
from ailint.facts import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ailint.config import Config
    from ailint.finding import Finding
    from ailint.fingerprint import Identity

GIVEN = "--baseline"


class Linted(NamedTuple):
    """What a run looked at: the rules there are and those that ran, and the paths, with `whole` where these are all there are.

    `identities` are those of its findings, by fingerprint.
    """

    rules: frozenset[str]
    ran: frozenset[str]
    paths: frozenset[str]
    whole: bool
    identities: Mapping[str, Identity]


class Known(NamedTuple):
    """The baseline of a run: its file, as people may find it, what it holds, and the entries of it that match nothing any more."""

    file: str
    data: bytes
    baseline: Baseline
    stale: tuple[Entry, ...] = ()

    def line(self, entry: Entry) -> int:
        """The line of an entry in the file."""
        return self.data.count(b"\n", 0, max(0, self.data.find(f'"{entry.fingerprint}"'.encode()))) + 1


def location(config: Config) -> Path:
    """The file that a baseline is written to: the configured one, else the default name at the root."""
    return config.root / (config.baseline or DEFAULT)


def load(config: Config) -> Known | None:
    """The baseline of a project, None where it has none; UserError for one that is named and cannot be read.

    A file of the default name at the root counts though no setting names it. What the repository itself names lies below its root.
    """
    name = DEFAULT if config.baseline is None else config.baseline
    if not name or (config.baseline is None and not os.path.lexists(config.root / name)):
        return None
    try:
        given = config.origins.get("baseline") == GIVEN
        data = Path(name).read_bytes() if given else read_bytes(config.root, name, LARGEST)
    except OSError as error:
        raise _missing(config, name, error) from error
    shown = os.path.relpath(name, config.root) if given else name
    return Known(Path(shown).as_posix(), data, parse(data, shown))


def compare(known: Known, findings: Iterable[Finding], linted: Linted, root: Path) -> tuple[Known, Applied]:
    """The baseline with its stale entries, and the findings with the known ones marked."""
    left = [entry for entry in known.baseline.entries if not os.path.lexists(root / entry.path)]
    applied = apply(findings, known.baseline, lambda finding: _elsewhere(linted.identities[finding.fingerprint], left))
    gone = stale(known.baseline, applied.found, lambda entry: _asked(entry, linted, root)) if linted.whole else ()
    return known._replace(stale=gone), applied


def diagnostics(known: Known) -> tuple[Diagnostic, ...]:
    """What there is to say about a baseline: how much of it hides nothing any more."""
    if not known.stale:
        return ()
    all_of_them = f"{len(known.stale)} of {len(known.baseline.entries)} entries"
    message = f"{all_of_them} match less than they count, this one first; `ailint baseline prune` removes what is gone"
    return (Diagnostic(known.file, known.line(known.stale[0]), "stale-baseline", message),)


def write(baseline: Baseline, file: Path) -> None:
    """Put a file in place in one step; a link is replaced, not followed."""
    draft = file.with_name(f"{file.name}.{os.getpid()}.tmp")
    try:
        draft.write_text("".join(f"{line}\n" for line in lines(baseline)), encoding="utf-8", newline="\n")
        draft.replace(file)
    except OSError as error:
        draft.unlink(missing_ok=True)
        message = f"{file}: cannot be written: {error.strerror}"
        raise UserError(message) from error


def _elsewhere(identity: Identity, left: Iterable[Entry]) -> Iterator[str]:
    """What a finding would be known by where entries say that files were which have gone, or in the folder of such a manifest."""
    paths = dict.fromkeys(path for entry in left if entry.rule == identity.rule for path in (entry.path, str(PurePosixPath(entry.path).parent)))
    return (identity._replace(path=path).digest for path in paths)


def _asked(entry: Entry, linted: Linted, root: Path) -> bool:
    """Whether a run would have found what an entry stands for: its rule ran or is gone, its file was linted or is gone."""
    ran = entry.rule in linted.ran or entry.rule not in linted.rules
    return ran and (entry.path in linted.paths or not os.path.lexists(root / entry.path))


def _missing(config: Config, name: str, error: OSError) -> UserError:
    origin = config.origins.get("baseline", "")
    why = error.strerror or str(error)
    if not isinstance(error, FileNotFoundError):
        return ConfigError(f"{f'{origin}: ' if origin else ''}{name}: the baseline cannot be read: {why}")
    return ConfigError(f"{origin}: {name}: there is no such baseline; `ailint baseline create` writes one")
