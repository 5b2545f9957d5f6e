"""The scheme behind readiness: domains with their gaps and who closes them, ladders, milestones, weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Severity

if TYPE_CHECKING:
    from ailint.rule import Card

FORMULA = 1
WEIGHTS = {Severity.CRITICAL: 8, Severity.HIGH: 5, Severity.MEDIUM: 3, Severity.LOW: 1}
CRITICAL_CAP = 49
RUNGS = ("exists", "wired", "enforced", "safe")
LADDERS = {
    "evaluation": "Evaluation",
    "observability": "Observability",
    "model-lifecycle": "Model lifecycle",
    "agents": "Agents",
    "retrieval": "Retrieval",
    "resilience": "Resilience",
}
HOURS = {"minutes": (0.25, 1.0), "hours": (2.0, 8.0), "days": (8.0, 40.0)}
SINGLY = 5


class Domain(NamedTuple):
    """A skill domain: its gap is how far ordinary software practice is from what production AI asks for."""

    title: str
    gap: Severity
    role: str


class Milestone(NamedTuple):
    """A state on the way to production: the areas and domains whose rules it rests on."""

    title: str
    areas: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()

    def rests_on(self, card: Card) -> bool:
        """Whether a rule belongs to it."""
        return card.area in self.areas or card.domain in self.domains


DOMAINS = {
    "data-pipelines": Domain("Data pipelines", Severity.CRITICAL, "data engineer"),
    "data-transformation": Domain("Data transformations & enrichment", Severity.CRITICAL, "data engineer"),
    "data-platform": Domain("Data platform", Severity.CRITICAL, "data engineer"),
    "ai-models": Domain("AI/ML models", Severity.CRITICAL, "LLM engineer"),
    "app-engineering": Domain("Classic app engineering", Severity.HIGH, "software engineer"),
    "mlops": Domain("MLOps & AIOps", Severity.HIGH, "MLOps specialist"),
    "cicd": Domain("CI/CD for app & AI/ML deployment", Severity.HIGH, "MLOps specialist"),
    "cloud": Domain("Cloud environments", Severity.MEDIUM, "cloud engineer"),
    "testing": Domain("Testing & performance evaluation", Severity.MEDIUM, "LLM engineer"),
    "governance": Domain("Governance & security", Severity.MEDIUM, "governance specialist"),
    "observability": Domain("Observability & monitoring", Severity.MEDIUM, "MLOps specialist"),
}
MILESTONES = {
    "monitoring": Milestone("Monitoring", areas=("monitoring",)),
    "evaluation": Milestone("Evaluation", areas=("evaluation",)),
    "governance": Milestone("Governance", areas=("security",)),
    "deployment-pipelines": Milestone("Deployment pipelines", domains=("cicd", "mlops")),
    "knowledge": Milestone("Knowledge", areas=("knowledge",)),
}
