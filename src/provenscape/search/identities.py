"""From an identity between polynomials to arguments that the kernel accepts.

Found is target * Σ pⱼ = Σ cₖ wₖ qₖ² + Σ eᵢ Eᵢ, where the pⱼ and wₖ are products of known facts,
the cₖ positive numbers. A multiplier is a sum, and SymPy flattens sums of sums: 2A − u − v shows no
sign where (A − u) + (A − v) did. Where that happens, each product of hypotheses is proved first, as
a lemma, and the lemmas are combined.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sympy as sp

from provenscape.kernel import Rejected, Relation, ge, gt
from provenscape.kernel.cone import nonnegative, positive
from provenscape.search.plans import Combination, Lemma, Plan
from provenscape.search.problem import Fact, Problem, divided
from provenscape.search.semidefinite import NotFound


@dataclass(frozen=True)
class Summand:
    """weight * (product of the facts) * root²; the weight is a positive number."""

    weight: sp.Rational
    facts: tuple[Fact, ...]
    root: Any  # a polynomial of the ring

    def polynomial(self, ring: Any, facts: Sequence[Any]) -> Any:
        weight = ring(self.weight)
        return sp.prod([weight * self.root**2, *facts], start=ring.one)


@dataclass(frozen=True)
class Identity:
    scale: tuple[Summand, ...]
    terms: tuple[Summand, ...]
    equations: tuple[tuple[Fact, Any], ...] = ()


def planned(problem: Problem, identity: Identity) -> Plan:
    """The plan that proves the claim by the identity; raises `NotFound` if the kernel rejects it.

    Lemmas that are not used themselves may still show the sign of a multiplier, so that all are
    taken where some do not suffice.
    """
    identity = _with_factors(problem, identity)
    equations = _cofactors(problem, identity)
    used = {f.name for s in (*identity.scale, *identity.terms) for f in s.facts} | set(equations)
    every = tuple(problem.lemmas.values())
    some = tuple(lemma for lemma in every if lemma.name in used)
    reason: Exception | None = None
    for known in (some,) if len(some) == len(every) else (some, every):
        for build in (_direct, _direct_reversed, _by_lemmas):
            try:
                plan = build(problem, identity, equations, known)
                _require_signs(problem, plan)
                plan.theorem(problem.claim)
                return plan
            except Rejected as error:
                reason = error
    raise NotFound(f"the kernel rejects what was found: {reason}")


def _require_signs(problem: Problem, plan: Combination) -> None:
    """Raise `Rejected` where a multiplier has no evident sign, as the kernel would once all lemmas
    are made."""
    relations = {**problem.relations, **{lemma.name: lemma.then for lemma in plan.lemmas}}
    used = plan.using if plan.lemmas else {}
    for name, multiplier in used.items():
        signed = relations[name].sign != "="
        if signed and not nonnegative(multiplier, tuple(relations.values())):
            raise Rejected(f"the multiplier {multiplier} of {name} is not evidently non-negative")


def _with_factors(problem: Problem, identity: Identity) -> Identity:
    """The identity for the target as it was, before factors of known sign were taken out."""
    terms = tuple(
        Summand(s.weight, s.facts + problem.factors, s.root * problem.square)
        for s in identity.terms
    )
    whole = sp.prod([f.polynomial for f in problem.factors], start=problem.square**2)
    equations = tuple((fact, cofactor * whole) for fact, cofactor in identity.equations)
    scale = sum(
        (s.polynomial(problem.ring, [f.polynomial for f in s.facts]) for s in identity.scale),
        problem.ring.zero,
    )
    equations += tuple((fact, cofactor * scale) for fact, cofactor in problem.reduced)
    return Identity(identity.scale, terms, equations)


def _original(problem: Problem, fact: Fact) -> Any:
    return (
        problem.originals[fact.name].polynomial
        if fact.name in problem.originals
        else (fact.polynomial)
    )


def _cofactors(problem: Problem, identity: Identity) -> dict[str, sp.Expr]:
    """The multiplier of each equation: as found, and of solved ones what division gives."""
    ring = problem.ring
    found: dict[str, Any] = {}

    def add(made: Sequence[tuple[str, Any]], factor: Any) -> None:
        for name, polynomial in made:
            found[name] = found.get(name, ring.zero) + factor * polynomial

    def total(summands: Sequence[Summand]) -> Any:
        facts = [[_original(problem, f) for f in s.facts] for s in summands]
        pairs = zip(summands, facts, strict=True)
        return sum((s.polynomial(ring, f) for s, f in pairs), ring.zero)

    rest = problem.whole * total(identity.scale) - total(identity.terms)
    for fact, cofactor in identity.equations:
        add(fact.made, cofactor)
    for name, cofactor in found.items():
        rest -= cofactor * problem.originals[name].polynomial
    for step in problem.solved:
        quotient, rest = divided(rest, step.generator, step.value)
        add(step.made, quotient.quo_ground(step.slope))
    return {
        name: problem.expr(cofactor) * problem.originals[name].clearing
        for name, cofactor in found.items()
        if cofactor
    }


def _weight(problem: Problem, summand: Summand) -> sp.Expr:
    """weight * root² times the facts that the kernel knows by itself."""
    by_nature = [f.clearing for f in summand.facts if f.name is None]
    return sp.Mul(summand.weight, problem.expr(summand.root) ** 2, *by_nature)


def _direct(
    problem: Problem,
    identity: Identity,
    equations: dict[str, sp.Expr],
    known: tuple[Lemma, ...],
    order: int = 1,
) -> Combination:
    """`combine`: of each product one hypothesis, the others in its multiplier."""
    given = problem.relations
    using: dict[str, sp.Expr] = {}
    squares: list[tuple[sp.Expr, sp.Expr]] = []
    counts: dict[str, int] = {}
    for s in identity.terms:
        for fact in s.facts:
            counts[str(fact.name)] = counts.get(str(fact.name), 0) + 1
    for s in identity.terms:
        named = [f for f in s.facts if f.name is not None]
        if not named:
            by_nature = [f.clearing for f in s.facts]
            squares.append((sp.Mul(s.weight, *by_nature), problem.expr(s.root)))
            continue
        first, *others = sorted(named, key=lambda f: order * counts[str(f.name)])
        clearing = [f.clearing for f in named]
        multiplier = sp.Mul(
            _weight(problem, s), *clearing, *(given[str(f.name)].expr for f in others)
        )
        using[str(first.name)] = sp.Add(using.get(str(first.name), 0), multiplier)
    scale = sp.Add(*(_product(problem, s) for s in identity.scale)) * problem.clearing
    return Combination(using | equations, squares, scale, known)


def _direct_reversed(
    problem: Problem, identity: Identity, equations: dict[str, sp.Expr], known: tuple[Lemma, ...]
) -> Combination:
    """The same with another choice of the hypothesis."""
    return _direct(problem, identity, equations, known, -1)


def _product(problem: Problem, summand: Summand) -> sp.Expr:
    """The summand in terms of the hypotheses themselves."""
    named = [f for f in summand.facts if f.name is not None]
    given = problem.relations
    factors = [given[str(f.name)].expr * f.clearing for f in named]
    return sp.Mul(_weight(problem, summand), *factors)


def _by_lemmas(
    problem: Problem, identity: Identity, equations: dict[str, sp.Expr], known: tuple[Lemma, ...]
) -> Combination:
    """`chain`: products of hypotheses, and a scale that shows no sign, are proved first."""
    given = problem.relations
    lemmas: dict[str, Lemma] = {}

    def product(facts: Sequence[Fact]) -> str:
        """The name under which the product of the facts is known."""
        if len(facts) == 1:
            return str(facts[0].name)
        name = " times ".join(str(f.name) for f in facts)
        if name not in lemmas:
            before, last = product(facts[:-1]), given[str(facts[-1].name)]
            so_far = lemmas[before].then if before in lemmas else given[before]
            strict = so_far.sign == ">" and last.sign == ">"
            then = (gt if strict else ge)(so_far.expr * last.expr)
            inner = (lemmas[before],) if before in lemmas else ()
            helping = tuple(m for m in known if m.name in {f.name for f in facts})
            plan = Combination({before: last.expr}, lemmas=(*helping, *inner))
            lemmas[name] = Lemma(name, then, plan)
        return name

    using: dict[str, sp.Expr] = {}
    squares = []
    for s in identity.terms:
        named = [f for f in s.facts if f.name is not None]
        if not named:
            squares.append((_weight(problem, s) / problem.expr(s.root) ** 2, problem.expr(s.root)))
            continue
        weight = sp.Mul(_weight(problem, s), *(f.clearing for f in named))
        name = product(named)
        using[name] = sp.Add(using.get(name, 0), weight)
    scale = sp.Add(*(_product(problem, s) for s in identity.scale))
    if not positive(scale, problem.known):
        parts: dict[str, sp.Expr] = {}
        roots = []
        for s in identity.scale:
            named = [f for f in s.facts if f.name is not None]
            weight = sp.Mul(_weight(problem, s), *(f.clearing for f in named))
            if named:
                name = product(named)
                parts[name] = sp.Add(parts.get(name, 0), weight)
            else:
                roots.append((weight, sp.Integer(1)))
        then: Relation = gt(scale)
        needed = tuple(lemmas[name] for name in parts if name in lemmas)
        lemmas["scale"] = Lemma("scale", then, Combination(parts, roots, lemmas=(*known, *needed)))
    return Combination(
        using | equations, squares, scale * problem.clearing, (*known, *lemmas.values())
    )
