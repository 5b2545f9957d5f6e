"""Deployments of managed models whose model changes under the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.surroundings import is_for_development
from ailint.facts import Place, Severity, Verdict, satisfied, unknown, violated
from ailint.knowledge.cloud import CloudTable, Deployment, load_cloud
from ailint.project.resources import Resource, resources
from ailint.project.sections import is_open_ended

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Setting
    from ailint.project import Project
    from ailint.project.sections import Section


def azure_deployment_auto_upgrade(project: Project) -> Iterator[Verdict]:
    """Every deployment names the version of its model, and none follows new default versions."""
    table = load_cloud()
    kinds = {kind: deployment for deployment in table.deployments for kind in deployment.kinds}
    for resource in resources(project):
        if resource.kind in kinds:
            yield _judged(resource, kinds[resource.kind], table)


def _judged(resource: Resource, deployment: Deployment, table: CloudTable) -> Verdict:
    section = resource.section
    version, upgrade = section.find(*deployment.version), section.find(*deployment.upgrade)
    severity = Severity.LOW if is_for_development(section.path) else None
    if upgrade is not None and upgrade.raw in table.upgrades.moves:
        return violated(
            Place(section.path, upgrade.span), f"`{upgrade.raw}` changes the model within weeks of every new default version", severity=severity
        )
    if is_missing(section, version, deployment.version):
        return violated(resource.place, "It names no version of its model, so the default of the day is deployed", severity=severity)
    if is_missing(section, upgrade, deployment.upgrade) and deployment.unset == "moves":
        words = f"Without `{deployment.upgrade[-1]}`, the model changes within weeks of every new default version"
        return violated(resource.place, words, severity=severity)
    if version is None or is_open_ended(version):
        return unknown(resource.place, "the version comes from outside the resource")
    if upgrade is None or is_open_ended(upgrade):
        return unknown(resource.place, "the upgrade option is left to the service, or comes from outside the resource")
    return satisfied(resource.place, f"version `{version.raw}` stays until `{upgrade.raw}` applies")


def is_missing(section: Section, setting: Setting | None, path: tuple[str, ...]) -> bool:
    """Whether a setting is certainly not there: no part above it is put in from elsewhere."""
    if setting is not None:
        return setting.value is None and setting.raw in {"null", "", "None"}
    above = (section.find(*path[:size]) for size in range(1, len(path)))
    return not any(one is not None and is_open_ended(one) for one in above)
