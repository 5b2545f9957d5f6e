"""Evaluations whose scores decide nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.calling import callers
from ailint.checks.ci_eval_non_blocking import decided_later
from ailint.checks.eval_runs import evaluating_runs
from ailint.facts import CallResult, Literal, Operation, Place, Verdict, satisfied, unknown, violated
from ailint.project.pipelines import steps
from ailint.project.sections import documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import PythonFacts, Value
    from ailint.project import Project
    from ailint.project.profile import SubProject
    from ailint.project.sections import Section
    from ailint.project.sites import Site

ORDER = frozenset({"<", "<=", ">", ">="})
DEEPEST = 3
CASES = "tests"


def eval_without_threshold(project: Project) -> Iterator[Verdict]:
    """Something decides whether the scores of an evaluation are good enough: an assertion, a comparison, a status, a step of the pipeline."""
    declared = {part.path: declaration(project, part) for part in project.subprojects}
    for site in project.calls("eval.run"):
        if project.role(site.path) != "notebook":
            yield judged(project, site, declared[project.subproject_of(site.path).path])
    for subproject in project.subprojects:
        for proof in project.evidence("evaluation", subproject):
            file = project.files.get(proof.path)
            for document in documents(file) if file is not None and file.settings else ():
                yield from cases_judged(document)


def declaration(project: Project, subproject: SubProject) -> str:
    """What the configuration or the pipeline says about who decides, in words; empty if nothing does."""
    for proof in project.evidence("evaluation-gate", subproject):
        return proof.what
    for run in evaluating_runs(project, subproject):
        step = next((step for step in steps(project) if step.path == run.path and run.command in step.commands), None)
        if step is not None and decided_later(project, step, run.command):
            return f"`{run.path}` looks at the result and decides"
    return ""


def judged(project: Project, site: Site, declared: str) -> Verdict:
    """The verdict on one run of an evaluation."""
    files, returned = concerned(project, site)
    deciding = next((path for path in files if decides(project, path)), "")
    if deciding:
        return satisfied(site.place, "A score is compared, asserted or turned into a status" + (f" in `{deciding}`" if deciding != site.path else ""))
    if declared:
        return satisfied(site.place, declared)
    if returned:
        return unknown(site.place, "The scores are returned, and nobody here takes them")
    looked = f"no assertion, comparison or status in {', '.join(f'`{path}`' for path in files)}"
    return violated(site.place, f"The evaluation runs, and whatever it finds is as good as anything else: {looked}")


def concerned(project: Project, site: Site) -> tuple[list[str], bool]:
    """The files in which an evaluation is run or its function is called, and whether its scores leave a function that nobody calls."""
    files, pending, returned = [site.path], [(site.path, site.call.scope)], False
    for _ in range(DEEPEST):
        found = [(path, scope, callers(project, path, scope)) for path, scope in pending if scope]
        returned = returned or any(not refs and gives_back(project.python[path], scope) for path, scope, refs in found)
        pending = [(ref.path, project.resolver.call(ref).scope) for _, _, refs in found for ref in refs or ()]
        files += [path for path, _ in pending if path not in files]
    return list(dict.fromkeys(files)), returned


def gives_back(facts: PythonFacts, scope: int) -> bool:
    """Whether a function returns something other than a constant."""
    return any(
        step.kind == "return" and step.scope == scope and step.value is not None and not isinstance(step.value, Literal) for step in facts.steps
    )


def decides(project: Project, path: str) -> bool:
    """Whether a file asserts, compares what is more or less, or ends with a status."""
    facts = project.python[path]
    tests = (*(block.value for block in facts.blocks), *(step.value for step in facts.steps))
    if any(step.kind == "assert" for step in facts.steps) or any(compares(test) for test in tests if test is not None):
        return True
    if any(project.calls_in(path, "eval.gate")):
        return True
    return any(site.call.args and not is_success(site.call.args[0]) for site in project.calls_in(path, "exit"))


def compares(value: Value) -> bool:
    """Whether a value is, or holds, a comparison of more and less."""
    if isinstance(value, Operation):
        return value.operator in ORDER or any(compares(part) for part in value.operands)
    return False


def is_success(value: Value) -> bool:
    """Whether a status is that of success, or of whatever the main function returned nothing about."""
    return (isinstance(value, Literal) and value.value in {0, None}) or isinstance(value, CallResult)


def cases_judged(document: Section) -> Iterator[Verdict]:
    """The verdict on cases in a configuration, which hold what is asked and what is expected."""
    cases = document.below(CASES)
    listed = [case for name, case in cases.children.items() if name.isdigit() and case.get() is None]
    if not document.below("prompts") or not listed or document.below("redteam"):
        return
    place = Place(document.path, cases.place.span)
    if document.below("defaultTest", "assert") or any(case.below("assert") or case.below("threshold") for case in listed):
        yield satisfied(place, "The cases say what a good answer is")
    elif all(case.below("vars") or case.below("description") for case in listed) and document.get("defaultTest") is None:
        yield violated(place, f"The {len(listed)} cases ask and expect nothing: none has an `assert`, and there is none for all of them")
