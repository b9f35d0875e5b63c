"""Theorems of one proof file, each made once while the file's check is tried on many claims.

A mutant differs from the claim by one change, and most lemmas of its check are those of the claim
itself. Nothing is trusted here: what is remembered is the theorem that a rule of the kernel made
of an equal claim with equal arguments; rejections are not remembered.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from functools import wraps
from typing import Any

import sympy as sp

from provenscape import kernel
from provenscape.kernel import Theorem

RULES = {
    id(rule): rule
    for rule in (getattr(kernel, name) for name in kernel.__all__)
    if getattr(rule, "__wrapped__", None) is not None and rule is not kernel.witness
}


class Unknown(Exception):
    """A value of which it is not known what it says."""


def remember(module: Any) -> None:
    """Let the rules that a module has names for remember what they made."""
    own: dict[int, Callable[..., Theorem]] = {}
    for name, value in list(vars(module).items()):
        if id(value) in RULES:
            setattr(module, name, own.setdefault(id(value), remembering(value)))


def remembering(rule: Callable[..., Theorem]) -> Callable[..., Theorem]:
    """The rule, which gives again what it made of an equal claim with equal arguments."""
    made: dict[Hashable, Theorem] = {}

    @wraps(rule)
    def remembered(*args: Any, **kwargs: Any) -> Theorem:
        try:
            key = content(args), content(kwargs)
            known = made.get(key)
        except (Unknown, TypeError):
            return rule(*args, **kwargs)
        if known is None:
            known = made[key] = rule(*args, **kwargs)
        return known

    return remembered


def content(value: Any) -> Hashable:
    """What an argument of a rule says, for comparison; theorems are the same or are not."""
    if isinstance(value, (sp.Expr, Theorem)):
        return value
    if isinstance(value, Mapping):
        return Mapping, tuple((content(key), content(entry)) for key, entry in value.items())
    if isinstance(value, (tuple, list)):
        return tuple, tuple(map(content, value))
    if isinstance(value, sp.MatrixBase):
        return sp.MatrixBase, value.shape, tuple(value)
    if is_dataclass(value):
        return type(value), tuple(content(getattr(value, f.name)) for f in fields(value) if f.init)
    if value is None or type(value) in (bool, int, str) or isinstance(value, type):
        return type(value), value
    raise Unknown(value)
