"""Theorems: made by the rules of the kernel alone."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

import sympy as sp

from provenscape.kernel.claim import Claim
from provenscape.kernel.engines import require_two_arithmetics
from provenscape.kernel.language import RealFunction, Rejected
from provenscape.kernel.relations import Relation

STRENGTH = ("proved", "certified", "supported", "cited")  # strongest first


@dataclass(frozen=True, slots=True)
class Step:
    """One checked step: rule, verdict, engines that agreed, and what it cites or shows."""

    rule: str
    verdict: str
    engines: tuple[str, ...]
    assumption: str | None = None
    detail: str = ""


class Theorem:
    """A claim that a rule accepted; ``verdict`` is that of its weakest step, or refuted.

    ``basis`` is the verdict of the weakest step of a refutation too. An object made or changed in
    any other way than by a rule is not known to the kernel, and `verified` rejects it. This guards
    against slips and shortcuts, not against code that rewrites the kernel in memory: no Python
    program can.
    """

    __slots__ = ("basis", "claim", "steps", "verdict")

    claim: Claim
    steps: tuple[Step, ...]
    verdict: str
    basis: str

    def __init__(self) -> None:
        raise Rejected("theorems are made by the rules of the kernel alone")

    def __setattr__(self, name: str, value: object) -> None:
        raise Rejected("a theorem does not change")

    def __delattr__(self, name: str) -> None:
        raise Rejected("a theorem does not change")

    @property
    def engines(self) -> tuple[str, ...]:
        return tuple(sorted({engine for step in self.steps for engine in step.engines}))

    @property
    def assumptions(self) -> tuple[str, ...]:
        """Citation keys that the theorem rests on without a check here."""
        return tuple(sorted({s.assumption for s in self.steps if s.assumption is not None}))


_sealed: dict[int, tuple[Theorem, str]] = {}


def fingerprint(theorem: Theorem) -> str:
    return repr((theorem.claim.digest(), theorem.steps, theorem.verdict, theorem.basis))


def weakest(verdicts: Iterable[str]) -> str:
    return max(verdicts, key=STRENGTH.index)


def verified(theorem: Theorem) -> Theorem:
    """The theorem itself, if a rule made it and nothing changed it since."""
    sealed, print_then = _sealed.get(id(theorem), (None, ""))
    if sealed is not theorem or fingerprint(theorem) != print_then:
        raise Rejected(f"{theorem!r} was not made by a rule of the kernel")
    return theorem


def genuine(theorem: Theorem) -> Theorem:
    """The theorem itself, if it may serve as a premise: what it says holds for all its symbols.

    A refutation proves nothing; what a sample supports is said of one unknown probability, at a
    confidence that does not compose.
    """
    rules = {step.rule for step in verified(theorem).steps}
    if theorem.verdict == "refuted" or "sample" in rules:
        raise Rejected(f"{theorem.claim.id} ({theorem.verdict}) is no premise for a further step")
    return theorem


def snapshot(value: Any) -> Any:
    """A plain copy of an argument, read once: dicts, tuples, and things that do not change.

    What looks like a number or a collection but is a type of somebody else's is `Rejected`.
    """
    if value is None or type(value) in (bool, int, str, Claim, Relation, Theorem, RealFunction):
        return value
    if isinstance(value, sp.MatrixBase):
        return sp.ImmutableMatrix(value.shape[0], value.shape[1], [snapshot(e) for e in value])
    if isinstance(value, sp.Basic) or value in (sp.sin, sp.cos, sp.exp):
        return value
    if isinstance(value, Mapping):
        return {snapshot(key): snapshot(entry) for key, entry in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, (str, bytes)):
        return tuple(snapshot(entry) for entry in value)
    raise Rejected(f"{value!r} is no argument of a rule")


def guarded(check: Callable[..., Any]) -> Callable[..., Any]:
    """A check as the kernel offers it: on snapshots, and whatever fails in it is `Rejected`.

    The claim must be the same, to its digest, after the arguments were read and after the check.
    """

    @wraps(check)
    def checked(claim: Claim, *args: Any, **kwargs: Any) -> Any:
        try:
            if type(claim) is not Claim:
                raise Rejected(f"{claim!r} is no claim")
            require_two_arithmetics()
            before = claim.digest()
            result = check(claim, *snapshot(args), **snapshot(kwargs))
            if claim.digest() != before:
                raise Rejected(f"{claim.id} changed while it was being checked")
            return result
        except Rejected:
            raise
        except Exception as error:
            message = f"{check.__name__}: {type(error).__name__}: {error}"
            raise Rejected(message) from error

    return checked


def rule(check: Callable[..., tuple[Step, Iterable[Theorem]]]) -> Callable[..., Theorem]:
    """A rule that makes theorems, from a check that returns its step and the premises used."""

    @wraps(check)
    def made(claim: Claim, *args: Any, **kwargs: Any) -> Theorem:
        step, premises = guarded(check)(claim, *args, **kwargs)
        if claim.constants and step.rule != "refute":
            raise Rejected(
                f"{claim.id} holds for some {', '.join(map(str, claim.constants))}: "
                "give the constants in a claim of its own"
            )
        steps = [s for premise in premises for s in genuine(premise).steps] + [step]
        theorem = object.__new__(Theorem)
        basis = weakest("proved" if s.verdict == "refuted" else s.verdict for s in steps)
        verdict = "refuted" if step.verdict == "refuted" else basis
        for name, value in (
            ("claim", claim), ("steps", tuple(steps)), ("verdict", verdict), ("basis", basis),
        ):  # fmt: skip
            object.__setattr__(theorem, name, value)
        _sealed[id(theorem)] = (theorem, fingerprint(theorem))
        return theorem

    return made
