"""Controls of a project's own that no library stands for: told from routes, handlers, states and functions, never from words in text."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ailint.facts import CallResult, Collection, Item, Literal, Mapping, Operation, Ref
from ailint.project.bindings import tail
from ailint.project.bounded import BOUNDED
from ailint.project.evaluation import words
from ailint.project.resources import resources
from ailint.project.shipping import SHIPPING
from ailint.project.things import CallRef

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ailint.facts import Call, PythonFacts, Span, Value
    from ailint.project.project import Project

Found = tuple[str, "Span", str]

RUNNING = frozenset({"app", "script"})
FUNCTIONS = frozenset({"function"})
LETTERS = re.compile(r"[A-Za-z]+")
RATINGS = frozenset({"feedback", "rating", "ratings", "thumb", "thumbs", "thumbsup", "thumbsdown", "upvote", "downvote", "vote", "votes"})
VOTES = frozenset({"upvote", "downvote", "thumbs"})
KEEPING = frozenset({"save", "store", "keep", "update", "record", "submit", "add", "create", "log", "insert", "capture", "send"})
TIDYING = frozenset({"delete", "clear", "reset", "cleanup", "remove", "get", "log", "handle", "is", "on"})
WELL = frozenset({"health", "healthz", "healthy", "healthcheck", "live", "livez", "liveness", "ready", "readyz", "readiness", "ping"})
LONGEST = 80
REVIEW = re.compile(
    r"^(?:pending|needs|awaiting|requires|waiting|in|under|for|flagged|send|escalated?)_?(?:for|to)?_?(?:human_)?(?:review|moderation|human|agent|approval|operator)$"
    r"|^(?:human|manual)_(?:review|handoff|takeover)(?:_\w+)?$|^hand_?(?:off|over)_to_human$",
    re.IGNORECASE,
)
LIMITS = frozenset({"ratelimit", "ratelimiter", "throttle", "throttled", "throttling"})
SIGNED_IN = re.compile(
    r"^(?:get_|require_|verify_|validate_|check_|ensure_|authenticate_|authorize_|current_|is_|needs_)+"
    r"(?:\w+_)?(?:user|users|session|token|auth|jwt|api_?key|login|admin|principal|identity|credentials|authenticated)(?:_\w+)?$"
    r"|^(?:login|auth|authentication|token|api_?key|admin)_required$|^(?:authenticate|authorize|authenticated|auth_required|verify_auth|auth)$",
    re.IGNORECASE,
)
SIGNS_IN = re.compile(
    r"authenticat|authoriz|current_user|(?:verify|decode|validate)_(?:\w+_)?(?:token|jwt)|(?:check|require|verify)_(?:auth|login)", re.IGNORECASE
)
MODELLED = re.compile(r"(?:^|_)(?:model|llm|client|provider|engine|deployment)(?:_name|_id)?$", re.IGNORECASE)
KEPT_ANSWER = re.compile(r"fallback|canned|degraded|apolog", re.IGNORECASE)
PROBES = ("livenessProbe", "readinessProbe", "startupProbe", "healthcheck")


def routes_at(project: Project, wanted: Callable[[str], bool], what: str) -> Iterator[Found]:
    """Routes whose path is of a kind."""
    for site in project.calls("route"):
        paths = (str(path) for path in project.argument(site, "path").constants if path) if project.role(site.path) in RUNNING else ()
        path = next((path for path in paths if wanted(path)), None)
        if path is not None:
            yield site.path, site.call.span, f"the route `{path}` {what}"


def feedback(project: Project) -> Iterator[Found]:
    """Routes that take what users think of an answer, and functions that keep it."""
    yield from definitions(project, keeps_ratings, "keeps what users think", FUNCTIONS)
    yield from handed_over(project)
    yield from routes_at(project, is_about_rating, "takes what users think")


def keeps_ratings(name: str) -> bool:
    """Whether a function is called one that keeps feedback: `save_feedback`, `update_message_feedback`."""
    parts = name.lower().strip("_").split("_")
    return parts[0] in VOTES or (parts[0] in KEEPING and not RATINGS.isdisjoint(parts[1:]))


def handed_over(project: Project) -> Iterator[Found]:
    """Functions that keep feedback, given to a button or another component that calls them."""
    names = {scope.name for facts in project.python.values() for scope in facts.scopes if scope.kind == "function" and keeps_ratings(scope.name)}
    for path in project.vocabulary.files_with(names) if names else ():
        for call in project.python[path].calls if project.role(path) in RUNNING else ():
            values = (*call.args, *(value for _, value in call.keywords))
            name = next((value.name for value in values if isinstance(value, Ref) and value.name in names), "")
            if name:
                yield path, call.span, f"`{name}` keeps what users think"


def is_about_rating(path: str) -> bool:
    """Whether a word of a route's path is one of rating."""
    return not RATINGS.isdisjoint(LETTERS.findall(path.lower()))


def is_about_health(path: str) -> bool:
    """Whether a route's path ends in a word for the service's health."""
    last = LETTERS.findall(path.rstrip("/").rpartition("/")[2].lower())
    return bool(last) and last[0] in WELL and last[1:] in ([], ["check"])


def health(project: Project) -> Iterator[Found]:
    """Routes, probes and checks that tell whether the service is well."""
    yield from routes_at(project, is_about_health, "tells whether the service is well")
    for found in resources(project, "compose", "kubernetes"):
        for setting in found.section.settings:
            probe = next((name for name in PROBES if name in setting.key), None)
            if probe is not None:
                yield found.place.path, setting.span, f"`{probe}` of `{found.name}`"
                break


def metrics(project: Project) -> Iterator[Found]:
    """Counters and histograms that running code moves."""
    for site in project.calls("metric"):
        if project.role(site.path) in RUNNING and site.meaning.name.rpartition(".")[2] != "set_status":
            yield site.path, site.call.span, f"`{site.call.name}` of a metric is called"


def fallbacks(project: Project) -> Iterator[Found]:
    """What takes over when the model fails: a list of others at the call, or another model or a kept answer in the handler."""
    for site in project.calls("llm.chat", "llm.client", "agent.define"):
        written = next((value for name, value in site.call.keywords if name == "fallbacks"), None)
        if written is not None and project.role(site.path) in RUNNING and written != Literal(None):
            yield site.path, site.call.span, "`fallbacks` are named at the call"
    for path, facts in project.python.items():
        if project.role(path) in RUNNING:
            yield from in_handlers(project, path, facts)


def in_handlers(project: Project, path: str, facts: PythonFacts) -> Iterator[Found]:
    """Handlers of a model call's failure that ask again elsewhere, change the model, or give a kept answer."""
    for index, block in enumerate(facts.blocks):
        if block.kind == "handler":
            found = list(handled(project, path, facts, index))
            if found and next(asking(project, path, block.owner), None) is not None:
                yield from found


def handled(project: Project, path: str, facts: PythonFacts, handler: int) -> Iterator[Found]:
    """What a handler has that could take over from a model."""
    bindings = project.resolver.bindings(path)
    yield from ((path, call.span, "the model is asked elsewhere when the first one fails") for call in asking(project, path, handler))
    for step in (facts.steps[place] for inner in bindings.inside(handler) for place in bindings.steps_by_block.get(inner, ())):
        if what := takes_over(facts, step.kind, step.target, step.value):
            yield path, step.span, what


def asking(project: Project, path: str, block: int) -> Iterator[Call]:
    """The calls inside a block that ask the model, directly or through a function of the project."""
    calls = project.resolver.bindings(path).calls_within(block)
    return (call for index, call in calls if project.reaching.call(CallRef(path, index)))


def takes_over(facts: PythonFacts, kind: str, target: Value | None, value: Value | None) -> str:
    """What a step of a handler puts in the failed model's place; empty where it does not."""
    if kind == "bind" and isinstance(target, Ref) and MODELLED.search(target.name.rpartition(".")[2]) and value not in {Literal(None), None}:
        return f"`{target.name}` becomes another when the model fails"
    given = facts.calls[value.call].func if isinstance(value, CallResult) else value
    if kind in {"return", "yield"} and isinstance(given, Ref) and KEPT_ANSWER.search(given.name):
        return f"`{given.name}` answers when the model fails"
    return ""


def review_states(project: Project) -> Iterator[Found]:
    """States by which something waits for a person."""
    for path in project.vocabulary.files_matching(REVIEW):
        facts = project.python[path]
        if project.role(path) in RUNNING:
            yield from ((path, span, f"`{text}` waits for a person") for text, span in literals(facts) if REVIEW.search(text))


def literals(facts: PythonFacts) -> Iterator[tuple[str, Span]]:
    """Texts that are set, handed over or compared with."""
    for step in facts.steps:
        yield from ((text, step.span) for value in (step.value, step.target) for text in texts_of(value))
    for call in facts.calls:
        yield from ((text, call.span) for value in (*call.args, *(given for _, given in call.keywords)) for text in texts_of(value))
        yield from ((text, call.span) for text in (call.name,) if text)
    for block in facts.blocks:
        yield from ((text, block.span) for text in texts_of(block.value))


def texts_of(value: Value | None) -> Iterator[str]:
    """The texts that a plain value, a list, the values of a dictionary or a comparison name."""
    match value:
        case Literal(value=str(text)):
            yield text
        case Mapping(entries=entries):
            yield from (text for _, part in entries for text in texts_of(part))
        case Operation(operands=parts) | Collection(items=parts):
            yield from (text for part in parts for text in texts_of(part))
        case Item(key=key):
            yield from texts_of(key)
        case _:
            return


def limits(project: Project) -> Iterator[Found]:
    """Functions and classes of the project that limit how often it is asked, where the application uses them."""
    yield from definitions(project, is_limiter, "limits how often it is asked")


def is_limiter(name: str) -> bool:
    """Whether a definition is called one that limits, rather than one that tidies up after it."""
    found = list(pairs(name))
    return not {"".join(pair) for pair in found}.isdisjoint(LIMITS) and found[0][0] not in TIDYING


def sanitisers(project: Project) -> Iterator[Found]:
    """Functions of the project that clean what comes in, where the application uses them."""
    cleaned = frozenset({"sanitize", "sanitise", "sanitizer", "sanitiser"})
    yield from definitions(project, lambda name: not cleaned.isdisjoint(words(name)), "cleans what comes in")


def pairs(name: str) -> Iterator[tuple[str, str]]:
    """The words of a name, alone and two by two, in lower case."""
    parts = [part.lower() for part in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)]
    yield from ((part, "") for part in parts)
    yield from pairwise(parts)


def definitions(project: Project, wanted: Callable[[str], bool], what: str, kinds: frozenset[str] = FUNCTIONS | {"class"}) -> Iterator[Found]:
    """Calls of the project's own functions and classes that bear a wanted name."""
    names = {scope.name for facts in project.python.values() for scope in facts.scopes if scope.kind in kinds}
    for name in sorted(filter(wanted, names)):
        for ref in project.resolver.calls_by_tail.get(name, ()):
            if project.role(ref.path) in RUNNING and any(getattr(thing, "scope", None) is not None for thing in project.resolver.callee(ref)):
                yield ref.path, project.resolver.call(ref).span, f"`{name}` {what}"


def sign_in(project: Project) -> Iterator[Found]:
    """What routes demand before they answer: a dependency or decorator that is called so, or a function that tells who asks."""
    yield from definitions(project, lambda name: is_called(name, SIGNS_IN), "tells who asks", FUNCTIONS)
    for site in project.calls("inject"):
        function = next(project.all_given(site, "function"), None)
        name = tail(function) if function is not None else ""
        if project.role(site.path) in RUNNING and is_called(name, SIGNED_IN):
            yield site.path, site.call.span, f"`{name}` is asked before the route answers"
    for path, facts in project.python.items():
        for scope in facts.scopes if project.role(path) in RUNNING else ():
            for decorator in scope.decorators:
                name = decorator_name(facts, decorator)
                if is_called(name, SIGNED_IN):
                    yield path, scope.span, f"`{name}` is asked before `{scope.name}` runs"


def is_called(name: str, pattern: re.Pattern[str]) -> bool:
    """Whether a name is of a kind; nobody gives a function a name as long as a hostile file may."""
    return len(name) <= LONGEST and pattern.search(name) is not None


def decorator_name(facts: PythonFacts, decorator: Value) -> str:
    """The last name of a decorator."""
    return facts.calls[decorator.call].name if isinstance(decorator, CallResult) else tail(decorator)


# controls that no stable rule asks for, with their titles: a report tells of them all the same
TOLD = {
    "rate-limit": "Limits how often it is asked",
    "authentication": "Knows who asks",
    "input-sanitising": "Cleans what comes in",
    "input-length": "Limits the length of what comes in",
    "token-budget": "Keeps prompts within the model's window",
    "answer-length": "Limits the length of answers",
    "answer-schema": "Asks for answers in a schema",
    "temperature": "Chooses the temperature",
    "fallback": "Has something to fall back on",
    "guardrails": "Judges what goes in or comes out",
    "human-review": "Lets people review",
    "feedback": "Keeps what users think",
    "request-metrics": "Measures requests",
    "structured-logging": "Logs in a structure",
    "health-check": "Tells whether it is well",
    "quality-monitoring": "Watches the quality of answers",
    "red-teaming": "Attacks itself",
    "rollout": "Rolls changes out in steps",
    "pipeline": "Has pipelines that changes start",
    "dependency-lock": "Locks its dependencies",
    "image-version": "Names images with a version",
    "image-user": "Runs images as somebody other than root",
}

OWN_CONTROLS: dict[str, Callable[[Project], Iterator[Found]]] = {
    "rate-limit": limits,
    "feedback": feedback,
    "fallback": fallbacks,
    "request-metrics": metrics,
    "human-review": review_states,
    "authentication": sign_in,
    "health-check": health,
    "input-sanitising": sanitisers,
    **BOUNDED,
    **SHIPPING,
}
