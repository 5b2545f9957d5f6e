"""Data that something was fitted to before it is split into what is learned from and what is tested with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Attribute, CallResult, Collection, Item, Ref, Related, Value, Verdict, satisfied, unknown, violated
from ailint.project.nesting import all_in
from ailint.project.things import CallRef, Data

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ailint.facts import PythonFacts
    from ailint.project import Project
    from ailint.project.bindings import Binding, Bindings
    from ailint.project.sites import Site

DEEPEST = 8
# what hands on the rows that it is given, or that it is a method of
KEEPING = frozenset(
    {"DataFrame", "Series", "array", "asarray", "copy", "astype", "reshape", "toarray", "to_numpy", "hstack", "concatenate", "concat"}
)
DROPPING = frozenset({"drop", "reset_index", "rename", "join", "merge"})
TESTING = frozenset({
    "predict", "predict_proba", "score", "evaluate", "accuracy_score", "f1_score", "roc_auc_score", "classification_report", "confusion_matrix",
    "mean_squared_error", "mean_absolute_error", "r2_score", "cross_val_score",
})  # fmt: skip


def data_leakage_before_split(project: Project) -> Iterator[Verdict]:
    """What is split holds nothing that was worked out from all of it; one finding a call that was fitted, whatever splits follow."""
    leaks: dict[CallRef, tuple[Site, list[Site]]] = {}
    for site in project.calls("train.split"):
        if project.given(site, "data") is None:
            continue
        rows = Rows(project, site)
        fitted = {found.ref: found for value in site.call.args for found in rows.fitted(value, site.call.step)}
        for ref, found in fitted.items():
            leaks.setdefault(ref, (found, []))[1].append(site)
        if not fitted:
            yield satisfied(site.place, "nothing that is split is seen to be fitted before")
    yield from (leaked(found, splits) for found, splits in leaks.values())


def leaked(found: Site, splits: Sequence[Site]) -> Verdict:
    """The verdict on what was fitted before some splits."""
    if TESTING.isdisjoint(found.facts.words):
        return unknown(found.place, "nothing is seen to be tested on what is split off")
    words = f"`{found.call.name}` saw all rows, those that the split keeps for testing too: the score that comes of it is too good"
    return violated(found.place, words, related=tuple(Related(site.place, "split here, afterwards") for site in splits))


class Rows:
    """Follows the rows of one split back through assignments of its own function; each name is looked at once a place."""

    def __init__(self, project: Project, site: Site) -> None:
        self.project = project
        self.site = site
        self.facts: PythonFacts = site.facts
        self.bindings: Bindings = project.resolver.bindings(site.path)

    def fitted(self, value: Value, before: int, depth: int = 0) -> Iterator[Site]:
        """The calls that were fitted to the rows of a value, which is read before a step."""
        if depth > DEEPEST:
            return
        match value:
            case Ref(name=name) if "." not in name or name.endswith(".values"):
                yield from self.variable(name.partition(".")[0], before, depth)
            case Attribute(base=base) | Item(base=base):
                yield from self.fitted(base, before, depth + 1)
            case Collection(items=items):
                for part in items:
                    yield from self.fitted(part, before, depth + 1)
            case CallResult(call=index):
                yield from self.called(index, before, depth)

    def variable(self, name: str, before: int, depth: int) -> Iterator[Site]:
        """The calls behind a name, and those that some of its columns were replaced by."""
        last = self.last(name, before)
        if last is None or last.value is None:
            return
        for step in range(last.step + 1, before):
            put = self.facts.steps[step]
            if (
                put.kind == "bind"
                and put.scope == self.site.call.scope
                and is_part_of(put.target, name)
                and put.value is not None
                and self.holds(put.block)
            ):
                yield from self.fitted(put.value, step, depth + 1)
        yield from self.fitted(last.value, last.step, depth + 1)

    def last(self, name: str, before: int) -> Binding | None:
        """What a name is bound to before a step, where that holds whatever way the code takes."""
        known = [binding for binding in self.bindings.names.get((self.site.call.scope, name), ()) if binding.step < before]
        return known[-1] if known and self.holds(known[-1].block) else None

    def holds(self, block: int) -> bool:
        """Whether what stands in a block is done whenever the split is."""
        return block in self.bindings.around(self.site.call.block)

    def called(self, index: int, before: int, depth: int) -> Iterator[Site]:
        """The call itself where it is fitted, else what it hands on."""
        call = self.facts.calls[index]
        found = self.project.sites.at(CallRef(self.site.path, index))
        if found is not None and found.role in {"data.fit_transform", "data.transform"}:
            yield from self.learned(found, before)
        elif call.name in KEEPING | DROPPING:
            for value in (*receivers(call.func), *(call.args if call.name in KEEPING else ())):
                yield from self.fitted(value, before, depth + 1)

    def learned(self, found: Site, before: int) -> Iterator[Site]:
        """The call that learned from the rows, if it was not shown the training part alone and learns at all."""
        data = self.project.given(found, "data")
        if data is None or self.is_training_part(data, found.call.step) or not self.learns(found):
            return
        if found.role == "data.fit_transform":
            yield found
            return
        for fit in self.project.calls_in(self.site.path, "data.fit"):
            same = fit.call.scope == found.call.scope and fit.call.step < before and self.holds(fit.call.block)
            if same and fit.thing.makers[:1] == found.thing.makers[:1] and is_same(self.project.given(fit, "data"), data):
                yield fit

    def learns(self, found: Site) -> bool:
        """Whether the object works something out from the rows; one that fills in a constant does not."""
        constant = self.project.argument(found, "constant")
        return not constant.things or all(isinstance(thing, Data) and thing.is_none for thing in constant.things)

    def is_training_part(self, data: Value, before: int) -> bool:
        """Whether what a call is shown is named, or made, as a part for training."""
        if any("train" in part.name.lower() for part in all_in(data) if isinstance(part, Ref)):
            return True
        names = list(named(data))
        splits = {site.call.step for site in self.project.calls_in(self.site.path, "train.split") if site.call.step < before}
        return any(binding.step in splits for name in names for binding in self.bindings.names.get((self.site.call.scope, name), ()))


def is_same(value: Value | None, other: Value) -> bool:
    """Whether two values are one variable."""
    return isinstance(value, Ref) and isinstance(other, Ref) and value.name == other.name


def named(value: Value) -> Iterator[str]:
    """The names at the bottom of a value: of `df[columns].values` it is `df`."""
    match value:
        case Ref(name=name):
            yield name.partition(".")[0]
        case Attribute(base=base) | Item(base=base):
            yield from named(base)


def receivers(func: Value) -> Iterator[Value]:
    """What a method is called on."""
    match func:
        case Ref(name=name) if "." in name:
            yield Ref(name.partition(".")[0])
        case Attribute(base=base):
            yield base


def is_part_of(target: Value | None, name: str) -> bool:
    """Whether an assignment replaces columns or rows of a variable: `df[…] = `, `df.loc[…] = `."""
    return isinstance(target, Item) and isinstance(target.base, Ref) and target.base.name.partition(".")[0] == name
