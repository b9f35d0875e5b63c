"""What a proof file derives, recorded without being checked: a tree of rules and their arguments.

Each rule of the kernel in the file's namespace is exchanged for one that notes its claim and its
arguments. Nothing is believed: Coq checks what is written from the tree, and the same record is
made of false claims, whose theorems Coq must then refuse.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from types import MappingProxyType
from typing import Any

from provenscape import kernel
from provenscape.kernel import Claim

RULES = (
    "cases", "chain", "cite", "combine", "conjoin", "enclose", "exhaust", "induct", "inertia",
    "limit", "pythagoras", "refute", "roots", "sample", "series", "sos", "unsat",
    "zeros",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Derived:
    """A claim, the rule that is to give it, and the rule's arguments by name."""

    rule: str
    claim: Claim
    arguments: Mapping[str, Any]


def snapshot(value: Any) -> Any:
    """The value as it is now, as the kernel copies it: a proof may go on filling a dictionary."""
    if isinstance(value, dict):
        return {key: snapshot(v) for key, v in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(map(snapshot, value)) if type(value) in (list, tuple) else value
    return value


def recorded(name: str) -> Callable[..., Derived]:
    """The rule of this name, which notes what it is given and checks nothing."""
    rule = getattr(kernel, name)
    signature = inspect.signature(rule)

    @wraps(rule)
    def note(*args: Any, **kwargs: Any) -> Derived:
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        rest = {key: snapshot(value) for key, value in bound.arguments.items()}
        return Derived(name, rest.pop("claim"), MappingProxyType(rest))

    return note


def derivation(module: Any, claim: Claim | None = None) -> Derived:
    """What the proof or refutation of a loaded file derives; of another claim in its place."""
    space = vars(module)
    rules = {id(getattr(kernel, name)): name for name in RULES}
    exchanged = {key: value for key, value in space.items() if id(value) in rules}
    original = module.claim
    try:
        space.update({key: recorded(rules[id(value)]) for key, value in exchanged.items()})
        if claim is not None:
            module.claim = claim
        found = (module.refutation if hasattr(module, "refutation") else module.proof)()
    finally:
        space.update(exchanged)
        module.claim = original
    if not isinstance(found, Derived):
        raise TypeError(f"{original.id}: its check returns no theorem")
    return found
