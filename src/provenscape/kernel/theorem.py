"""Theorems: made by the rules of the kernel alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from provenscape.kernel.statements import Claim, Rejected

STRENGTH = ("proved", "certified", "supported", "cited")  # strongest first


@dataclass(frozen=True)
class Step:
    """One checked step: the rule, its verdict, the engines that agreed, and what it shows or cites."""

    rule: str
    verdict: str
    engines: tuple[str, ...]
    assumption: str | None = None
    detail: str = ""


class Theorem:
    """A claim that a rule accepted; ``verdict`` is that of its weakest step.

    Rules call `seal`; an object made in any other way is not known to the kernel, and `genuine`
    rejects it.
    """

    __slots__ = ("claim", "steps", "verdict")

    claim: Claim
    steps: tuple[Step, ...]
    verdict: str

    def __init__(self) -> None:
        raise Rejected("theorems are made by the rules of the kernel alone")

    def __setattr__(self, name: str, value: object) -> None:
        raise Rejected("a theorem does not change")

    @property
    def engines(self) -> tuple[str, ...]:
        return tuple(sorted({engine for step in self.steps for engine in step.engines}))

    @property
    def assumptions(self) -> tuple[str, ...]:
        """Citation keys that the theorem rests on without a check here."""
        return tuple(sorted({s.assumption for s in self.steps if s.assumption is not None}))


_sealed: dict[int, Theorem] = {}


def weakest(verdicts: Iterable[str]) -> str:
    return max(verdicts, key=STRENGTH.index)


def seal(claim: Claim, step: Step, premises: Iterable[Theorem] = ()) -> Theorem:
    """The theorem that this step, resting on these premises, establishes."""
    steps = [s for premise in premises for s in genuine(premise).steps] + [step]
    if claim.locally and step.rule != "refute":
        raise Rejected(f"{claim.id} holds for some radius: name the radius in a claim of its own")
    theorem = object.__new__(Theorem)
    verdict = step.verdict if step.verdict == "refuted" else weakest(s.verdict for s in steps)
    for name, value in (("claim", claim), ("steps", tuple(steps)), ("verdict", verdict)):
        object.__setattr__(theorem, name, value)
    _sealed[id(theorem)] = theorem
    return theorem


def genuine(theorem: Theorem) -> Theorem:
    """The theorem itself, if a rule made it and it is no refutation used as a premise."""
    if _sealed.get(id(theorem)) is not theorem:
        raise Rejected(f"{theorem!r} was not made by a rule of the kernel")
    if theorem.verdict == "refuted":
        raise Rejected(f"{theorem.claim.id} is refuted and proves nothing")
    return theorem
