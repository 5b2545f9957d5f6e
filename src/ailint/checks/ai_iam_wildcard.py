"""Identities of running software that may do anything with an AI service."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.merging import one_a_line
from ailint.facts import Place, Severity, Verdict, satisfied, unknown, violated
from ailint.knowledge.cloud import Grant, Rights, load_cloud
from ailint.project.sections import Section, documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Setting
    from ailint.project import Project

FORMATS = frozenset({"terraform", "bicep", "yaml", "json"})
ACTIONS = frozenset({"action", "actions"})
EVERYTHING = "*"
PIPELINE = re.compile(
    r"(?:^|[^a-z])(?:ci|cd|cicd|deploy|deployer|deployment|pipelines?|github|gitlab|terraform|admins?|administrators?|build|codebuild|cloudbuild|runners?|oidc|bootstrap"
    r"|developers?|humans?|users?(?!_assigned)|people|team|staff|operators?|trainers?|training|notebooks?|studio)(?:$|[^a-z])",
    re.IGNORECASE,
)
OWNER_DEPTH = {"resource": 3, "data": 3, "module": 2, "variable": 2, "locals": 2, "Resources": 2}
BROAD_SCOPE = re.compile(r"resource_?group|subscription", re.IGNORECASE)
ROLE_KEYS = frozenset({"role", "roles", "role_definition_name", "role_definition_id", "roledefinitionid", "roledefinitionidorname", "roleid"})


def ai_iam_wildcard(project: Project) -> Iterator[Verdict]:
    """What the software may do with an AI service is what it does."""
    rights = load_cloud().rights
    service = re.compile(rf"^(?:{'|'.join(sorted({action.partition(':')[0] for action in (*rights.whole, *rights.calling)}))}):", re.IGNORECASE)
    for file in project.files.values():
        if file.format in FORMATS:
            for section in documents(file):
                yield from one_a_line((*_statements(section, rights, service), *_policies(section, rights), *_roles(section, rights)))


def _owner(section: Section, setting: Setting) -> Section:
    """The resource that a setting belongs to."""
    return section.below(*setting.key[: OWNER_DEPTH.get(setting.key[0], 1)])


def _is_for_others(owner: Section, rights: Rights) -> bool:
    """Whether it is about people or pipelines, by its name, its place, or by whom it trusts."""
    if PIPELINE.search(owner.path) or any(PIPELINE.search(part) for part in owner.key):
        return True
    named = (
        setting for setting in owner.settings if setting.key[-1].lower() in {"role", "name", "rolename", "principal_id", "principalid", "member"}
    )
    return any(PIPELINE.search(one.raw) for one in named) or any(mark in one.raw for one in owner.settings for mark in rights.others)


# statements of policies


def _statements(section: Section, rights: Rights, service: re.Pattern[str]) -> Iterator[Verdict]:
    seen: set[tuple[str, ...]] = set()
    for setting in section.settings:
        names = [part for part in setting.key if not part.isdigit()]
        if names[-1:] and names[-1].lower() in ACTIONS and service.match(setting.raw):
            statement = setting.key[: len(setting.key) - setting.key[::-1].index(names[-1]) - 1]
            if statement not in seen:
                seen.add(statement)
                yield from _statement(section, section.below(*statement[len(section.key) :]), rights, service)


def _statement(section: Section, statement: Section, rights: Rights, service: re.Pattern[str]) -> Iterator[Verdict]:
    fields = {name.lower(): one for name, one in statement.children.items()}
    effect = fields["effect"].text() if "effect" in fields else "Allow"
    listed = [one for name in ACTIONS if name in fields for one in fields[name].settings if service.match(one.raw)]
    if effect.lower() != "allow" or _is_for_others(_owner(section, listed[0]), rights):
        return
    reach = [one for name in ("resource", "resources") if name in fields for one in fields[name].settings]
    everywhere = any(one.raw == EVERYTHING for one in reach)
    for one in listed:
        place = Place(section.path, one.span)
        whole, calling = one.raw.lower() in _lower(rights.whole), one.raw.lower() in _lower(rights.calling)
        if any(name.startswith("condition") for name in fields):
            yield unknown(place, "a condition decides")
        elif whole:
            severity = None if everywhere else Severity.MEDIUM
            yield violated(
                place, f"`{one.raw}` lets the software change and delete whatever the service holds, where it only calls models", severity=severity
            )
        elif calling and everywhere:
            words = f"`{one.raw}` on `*` lets the software call any model, at any price, with no review"
            yield violated(place, words, severity=Severity.MEDIUM)
        elif calling:
            yield satisfied(place, f"`{one.raw}` is allowed on what is in use")


def _lower(names: list[str]) -> set[str]:
    return {name.lower() for name in names}


# ready-made policies and roles


def _policies(section: Section, rights: Rights) -> Iterator[Verdict]:
    for setting in section.settings:
        name = setting.raw.rpartition("/")[2]
        if name in rights.policies and not _is_for_others(_owner(section, setting), rights):
            yield violated(Place(section.path, setting.span), f"`{name}` lets the software do anything with the service, where it only calls models")


def _roles(section: Section, rights: Rights) -> Iterator[Verdict]:
    for setting in section.settings:
        names = [part for part in setting.key if not part.isdigit()]
        if names[-1:] and (names[-1].lower() in ROLE_KEYS or names[0] in {"variable", "locals"}):
            grant = next((grant for grant in rights.roles for name in grant.names if _names(setting.raw, name)), None)
            if grant is not None and _is_broad(section, setting, grant, rights):
                words = f"`{_label(setting.raw, grant)}` allows more than calling models, for which `{grant.instead}` is enough"
                yield violated(Place(section.path, setting.span), words)


def _names(text: str, name: str) -> bool:
    return text == name or (name.count("-") >= 4 and name in text)  # noqa: PLR2004 -- an id has four


def _label(text: str, grant: Grant) -> str:
    return text if text in grant.names else grant.names[0]


def _is_broad(section: Section, setting: Setting, grant: Grant, rights: Rights) -> bool:
    """Whether a role is given to running software; general ones count on a whole group or subscription only."""
    owner = _owner(section, setting)
    if setting.key[0] in {"variable", "locals"}:
        return setting.raw.startswith("roles/") and not _is_for_others(owner, rights)
    beside = [one for one in owner.settings if one.key[-1].lower() in {"scope", "principal_type", "principaltype"}]
    if any(one.raw in {"User", "Group"} for one in beside) or _is_for_others(owner, rights):
        return False
    is_project = setting.raw.startswith("roles/")
    return not grant.general or is_project or any(BROAD_SCOPE.search(one.raw) for one in beside if one.key[-1].lower() == "scope")
