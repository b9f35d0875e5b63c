"""Theorems: made by the rules of the kernel alone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec, TypeVar

from provenscape.kernel.statements import Claim, Rejected

STRENGTH = ("proved", "certified", "supported", "cited")  # strongest first

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Step:
    """One checked step: rule, verdict, engines that agreed, and what it cites or shows."""

    rule: str
    verdict: str
    engines: tuple[str, ...]
    assumption: str | None = None
    detail: str = ""


class Theorem:
    """A claim that a rule accepted; ``verdict`` is that of its weakest step.

    Rules call `seal`; an object made or changed in any other way is not known to the kernel, and
    `verified` rejects it. This guards against slips and shortcuts, not against code that rewrites
    the kernel in memory: no Python program can.
    """

    __slots__ = ("claim", "steps", "verdict")

    claim: Claim
    steps: tuple[Step, ...]
    verdict: str

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
    return repr((theorem.claim.digest(), theorem.steps, theorem.verdict))


def weakest(verdicts: Iterable[str]) -> str:
    return max(verdicts, key=STRENGTH.index)


def seal(claim: Claim, step: Step, premises: Iterable[Theorem] = ()) -> Theorem:
    """The theorem that this step, resting on these premises, establishes."""
    if type(claim) is not Claim:
        raise Rejected(f"{claim!r} is no claim")
    steps = [s for premise in premises for s in genuine(premise).steps] + [step]
    if claim.locally and step.rule != "refute":
        raise Rejected(f"{claim.id} holds for some radius: name the radius in a claim of its own")
    theorem = object.__new__(Theorem)
    verdict = step.verdict if step.verdict == "refuted" else weakest(s.verdict for s in steps)
    for name, value in (("claim", claim), ("steps", tuple(steps)), ("verdict", verdict)):
        object.__setattr__(theorem, name, value)
    _sealed[id(theorem)] = (theorem, fingerprint(theorem))
    return theorem


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


def rule(check: Callable[P, T]) -> Callable[P, T]:
    """A rule as the kernel offers it: whatever fails in it, ill-typed input too, is `Rejected`."""

    @wraps(check)
    def checked(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return check(*args, **kwargs)
        except Rejected:
            raise
        except Exception as error:
            message = f"{check.__name__}: {type(error).__name__}: {error}"
            raise Rejected(message) from error

    return checked
