"""What a sub-project has: the facts that rules need before they apply."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.project.containers import containers
from ailint.project.evaluation import evaluation_data
from ailint.project.mcp import mcp_servers
from ailint.project.sql import statements
from ailint.project.tasks import tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from ailint.project.profile import SubProject
    from ailint.project.project import Project

# needs that are calls under another name, or several of them
ROLES = {
    "llm.call": ("llm.chat", "agent.run", "agent.define"),
    "model.ref": ("llm", "embed", "agent.define", "model.load"),
    "prompt": ("llm.chat", "agent", "prompt", "message"),
    "model.load": ("model.load", "embed.client", "llm.client"),
    "agent.run": ("agent",),
    "tool.def": ("tool.def", "code", "agent.define"),
    "vector.client": ("vector.client", "vector.write"),
    "vector.admin": ("vector.admin", "vector.destroy"),
    "ui.chat": ("ui",),
    "env": ("env.read",),
    "registry.load": ("prompt.load", "registry.load", "artifact.load"),
    "trace.span": (),
}
PRACTICES = {"eval.suite": "evaluation", "eval.run": "evaluation", "tracing": "tracing"}
CONTAINERS = re.compile(
    r"(^|/)([\w.-]*Dockerfile[\w.-]*|Containerfile|(docker-)?compose[\w.-]*\.ya?ml|(k8s|kubernetes|helm|charts|manifests)/.*\.ya?ml)$"
)
INFRASTRUCTURE = re.compile(r"\.(tf|tf\.json|bicep)$|(^|/)(cdk\.json|serverless\.ya?ml|template\.ya?ml|azuredeploy\.json|Pulumi\.ya?ml)$")
MCP = re.compile(r"(^|/)(\.?mcp(_config)?\.json|claude_desktop_config\.json)$")
UNJUDGED = frozenset({"vendored", "generated"})


def has_need(project: Project, need: str, subproject: SubProject) -> bool:
    """Whether a sub-project has a fact of the `needs` vocabulary; `a|b` asks for either."""
    return any(_has(project, name, subproject) for name in need.split("|"))


def _has(project: Project, need: str, subproject: SubProject) -> bool:
    if need in PRACTICES and project.evidence(PRACTICES[need], subproject):
        return True
    if need in PLAIN:
        return PLAIN[need](project, subproject)
    return any(
        project.subproject_of(site.path).path == subproject.path and project.role(site.path) not in UNJUDGED
        for site in project.calls(*ROLES.get(need, (need,)))
    )


def _any_path(pattern: re.Pattern[str]) -> Callable[[Project, SubProject], bool]:
    def found(project: Project, subproject: SubProject) -> bool:
        paths = project.shared(f"paths like {pattern.pattern}", lambda: list(filter(pattern.search, project.paths)))
        return any(project.subproject_of(path) == subproject for path in paths)

    return found


def _format(name: str) -> Callable[[Project, SubProject], bool]:
    return lambda project, subproject: any(path in project.files and project.files[path].format == name for path in subproject.files)


def _dependency(project: Project, subproject: SubProject) -> bool:
    return any(project.files[path].dependencies for path in subproject.files if path in project.files)


def _import(project: Project, subproject: SubProject) -> bool:
    return any(project.python[path].imports for path in subproject.files if path in project.python)


def _vector_columns(project: Project, subproject: SubProject) -> bool:
    """Whether SQL or code declares a column or collection of vectors of a size."""
    declared = [found.path for found in statements(project) if found.sql.columns]
    declared += [site.path for site in project.calls("vector.admin") if "dimensions" in site.meaning.arguments]
    return any(project.subproject_of(path) == subproject for path in declared)


def _fine_tuning(project: Project, subproject: SubProject) -> bool:
    """Whether something is trained by a call that may be given held-out data."""
    sites = (site for site in project.calls("train.run", "finetune.run") if "validation" in site.meaning.arguments)
    return any(project.subproject_of(site.path) == subproject for site in sites)


def _mcp_servers(project: Project, subproject: SubProject) -> bool:
    return any(project.subproject_of(server.place.path) == subproject for server in mcp_servers(project))


def _containers(project: Project, subproject: SubProject) -> bool:
    return any(project.subproject_of(container.place.path) == subproject for container in containers(project))


PLAIN: dict[str, Callable[[Project, SubProject], bool]] = {
    "ai": lambda _, subproject: subproject.kind != "none",
    "diff": lambda project, _: project.base is not None,
    "app": lambda _, subproject: subproject.kind == "application",
    "dependency": _dependency,
    "import": _import,
    "workflow": _format("workflow"),
    "container": lambda project, subproject: _any_path(CONTAINERS)(project, subproject) or _containers(project, subproject),
    "iac": _any_path(INFRASTRUCTURE),
    "eval.data": lambda project, subproject: any(project.subproject_of(path) == subproject for path in evaluation_data(project)),
    "mcp.config": lambda project, subproject: _any_path(MCP)(project, subproject) or _mcp_servers(project, subproject),
    "vector.schema": _vector_columns,
    "pipeline.task": lambda project, subproject: any(project.subproject_of(task.place.path) == subproject for task in tasks(project)),
    "finetune.run": _fine_tuning,
    "notebook": _any_path(re.compile(r"\.ipynb$")),
}
