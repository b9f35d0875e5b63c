"""Theorems: made by the rules of the kernel alone."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import wraps
from typing import Any, NamedTuple

import sympy as sp

from provenscape.kernel.claim import Claim
from provenscape.kernel.engines import require_two_arithmetics
from provenscape.kernel.language import Rejected, admit
from provenscape.kernel.relations import Relation

STRENGTH = ("proved", "certified", "supported", "cited")  # strongest first


class Term(NamedTuple):
    """A term of a certificate as it was checked: what it is, its name, weight and value."""

    kind: str
    name: str
    weight: sp.Expr
    value: sp.Expr


@dataclass(frozen=True, slots=True)
class Step:
    """One checked step: rule, verdict, engines that agreed, what it cites or shows; the certificate
    and the claim that it proves, for readers."""

    rule: str
    verdict: str
    engines: tuple[str, ...]
    assumption: str | None = None
    detail: str = ""
    certificate: tuple[Term, ...] = ()
    claim: Claim | None = None


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


Seal = tuple[str, tuple[Step, ...], str, str]
_sealed: dict[int, tuple[Theorem, Seal]] = {}


def weakest(verdicts: Iterable[str]) -> str:
    return max(verdicts, key=STRENGTH.index)


def verified(theorem: Theorem) -> Theorem:
    """The theorem itself, if a rule made it and nothing changed it since."""
    sealed, seal = _sealed.get(id(theorem), (None, ("", (), "", "")))
    if sealed is not theorem or not _is_under(seal, theorem):
        raise Rejected(f"{theorem!r} was not made by a rule of the kernel")
    return theorem


def _is_under(seal: Seal, theorem: Theorem) -> bool:
    """Whether the theorem says what was sealed; texts are the very same objects."""
    digest, steps, verdict, basis = seal
    same = [(theorem.verdict, verdict), (theorem.basis, basis)]
    if len(theorem.steps) != len(steps):
        return False
    for now, then in zip(theorem.steps, steps, strict=True):
        same += [(getattr(now, f.name), getattr(then, f.name)) for f in fields(Step)]
    return theorem.claim.digest() == digest and all(now is then for now, then in same)


def unsealed(theorem: Theorem) -> Theorem:
    """A copy of a theorem that a rule made, which shares nothing with what others hold."""
    _, (digest, steps, verdict, basis) = _sealed[id(verified(theorem))]
    return _made(replace(theorem.claim), digest, steps, verdict, basis)


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
    if value is None or any(type(value) is kind for kind in (bool, int, str)):
        return value
    if isinstance(value, Theorem):
        return unsealed(value)
    if type(value) is Relation:
        return replace(value)
    if isinstance(value, sp.MatrixBase):
        return sp.ImmutableMatrix(*value.shape, [snapshot(entry) for entry in value])
    if isinstance(value, sp.Expr):
        return admit(value)
    if any(value is function for function in (sp.sin, sp.cos, sp.exp, sp.log)):
        return value
    if isinstance(value, Mapping):
        return {snapshot(key): snapshot(entry) for key, entry in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, (str, bytes)):
        return tuple(snapshot(entry) for entry in value)
    raise Rejected(f"{value!r} is no argument of a rule")


def run(check: Callable[..., Any], claim: Claim, args: Any, kwargs: Any) -> tuple[Any, ...]:
    """The kernel's own copy of the claim, its digest, and what the check says; else `Rejected`.

    The copy is built anew from the claim's fields, each read once, before the arguments are read;
    the check sees nothing else, and the claim must still be the same afterwards, to its digest.
    """
    try:
        if type(claim) is not Claim:
            raise Rejected(f"{claim!r} is no claim")
        require_two_arithmetics()
        own = replace(claim)
        before = own.made_as
        result = check(own, *snapshot(args), **snapshot(kwargs))
        if claim.digest() != before:
            raise Rejected(f"{own.id} changed while it was being checked")
        return own, before, result
    except Rejected:
        raise
    except Exception as error:
        raise Rejected(f"{check.__name__}: {type(error).__name__}: {error}") from error


def guarded(check: Callable[..., Any]) -> Callable[..., Any]:
    """A check as the kernel offers it: on copies, and whatever fails in it is `Rejected`."""

    @wraps(check)
    def checked(claim: Claim, *args: Any, **kwargs: Any) -> Any:
        return run(check, claim, args, kwargs)[-1]

    return checked


def rule(check: Callable[..., tuple[Step, Iterable[Theorem]]]) -> Callable[..., Theorem]:
    """A rule that makes theorems, from a check that returns its step and the premises used."""

    @wraps(check)
    def made(claim: Claim, *args: Any, **kwargs: Any) -> Theorem:
        own, digest, (step, premises) = run(check, claim, args, kwargs)
        if own.constants and step.rule != "refute":
            raise Rejected(
                f"{own.id} holds for some {', '.join(map(str, own.constants))}: "
                "give the constants in a claim of its own"
            )
        step = replace(step, claim=own)
        steps = [s for premise in premises for s in premise.steps] + [step]
        basis = weakest("proved" if s.verdict == "refuted" else s.verdict for s in steps)
        verdict = "refuted" if step.verdict == "refuted" else basis
        return _made(own, digest, steps, verdict, basis)

    return made


def _made(claim: Claim, digest: str, steps: Iterable[Step], verdict: str, basis: str) -> Theorem:
    """A theorem, under a seal that keeps the digest of its claim and copies of its steps."""
    theorem = object.__new__(Theorem)
    for name, value in (
        ("claim", claim), ("steps", tuple(steps)), ("verdict", verdict), ("basis", basis),
    ):  # fmt: skip
        object.__setattr__(theorem, name, value)
    _sealed[id(theorem)] = theorem, (digest, tuple(map(replace, theorem.steps)), verdict, basis)
    if verified(theorem) is not theorem:
        raise Rejected("a theorem is sealed as it was checked")
    return theorem
