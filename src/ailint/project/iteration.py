"""What a loop variable is when the loop goes over `enumerate`, `zip`, `items` or `values`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Attribute, Call, CallResult, Item, Literal, Ref, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

ELEMENT = Unknown("element")


def unrolled(calls: Sequence[Call], base: Value, key: Value) -> Value | None:
    """`base[key]` said without the iterator: the element of what `enumerate` counts, `zip` pairs, `items` lists; else None."""
    if isinstance(base, CallResult):
        owner, name = receiver(calls[base.call]) if isinstance(key, Unknown) else (None, "")
        return Item(owner, ELEMENT) if owner is not None and name == "values" else None
    if not (isinstance(base, Item) and isinstance(base.base, CallResult) and isinstance(base.key, Unknown) and isinstance(key, Literal)):
        return None
    call = calls[base.base.call]
    function = call.func.name if isinstance(call.func, Ref) else ""
    if function == "enumerate" and call.args and key.value in {0, 1}:
        return Item(call.args[0], ELEMENT) if key.value else Unknown("count")
    if function == "zip" and isinstance(key.value, int) and 0 <= key.value < len(call.args):
        return Item(call.args[key.value], ELEMENT)
    owner, name = receiver(call)
    if name == "items" and owner is not None and key.value in {0, 1}:
        return Item(owner, ELEMENT) if key.value else Unknown("key")
    return None


def keyed(calls: Sequence[Call], base: Value, key: Value) -> Value | None:
    """The dictionary whose key `base[key]` is, where that is said by `items`; else None."""
    if isinstance(base, Item) and isinstance(base.base, CallResult) and isinstance(base.key, Unknown) and isinstance(key, Literal) and key.value == 0:
        owner, name = receiver(calls[base.base.call])
        return owner if name == "items" else None
    return None


def receiver(call: Call) -> tuple[Value | None, str]:
    """The object and the name of a method call."""
    func = call.func
    if isinstance(func, Ref):
        owner, dot, method = func.name.rpartition(".")
        return (Ref(owner, func.line), method) if dot else (None, "")
    return (func.base, func.name) if isinstance(func, Attribute) else (None, "")
