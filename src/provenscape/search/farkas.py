"""Proofs by products of hypotheses, with all multipliers from one linear program.

Sought are nonnegative numbers with target * Σ μⱼ pⱼ = Σ λₖ wₖ mₖ² + Σ eᵢ Eᵢ: pⱼ and wₖ are products
of known facts, mₖ monomials, eᵢ polynomials. With products of one fact, and a number before the
target, this is Farkas' lemma; in general it is a Positivstellensatz certificate (Krivine 1964,
Stengle 1974) whose multiplying scale is found together with the rest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement
from typing import Any

import sympy as sp

from provenscape.search import linear
from provenscape.search.identities import Identity, Summand
from provenscape.search.problem import Fact, Problem, degree, monomials
from provenscape.search.semidefinite import NotFound

UNIT = "the sum of the strict parts of the scale is 1"
STRICT = "the sum of the strict terms"


@dataclass(frozen=True)
class Form:
    """How large an identity is sought: facts multiplied, degree of monomials squared, of scales,
    and of all polynomials beyond that of the target; and the most terms that are tried."""

    products: int = 1
    squares: int = 0
    scales: int = 0
    beyond: int = 0
    most: int = 4000

    def __str__(self) -> str:
        shown = [f"products of up to {self.products} hypotheses" if self.products > 1 else "linear"]
        if self.squares:
            shown.append(f"squares of monomials of degree {self.squares}")
        if self.scales:
            shown.append(f"scale of up to {self.scales} hypotheses multiplied")
        return ", ".join(shown)


def identity(problem: Problem, form: Form) -> Identity:
    """The cheapest identity of this form; raises `NotFound` if there is none or it is too large."""
    ring, strict = problem.ring, problem.then.sign == ">"
    equation = problem.then.sign == "="
    facts = [] if equation else problem.signed
    top = max([degree(problem.target), *(degree(f.polynomial) for f in facts)]) + form.beyond
    top += form.scales and max((degree(f.polynomial) for f in facts), default=0)
    columns: list[dict[Any, Any]] = []
    costs: list[float] = []
    free: list[bool] = []
    meaning: list[tuple[str, Any]] = []

    def column(entries: dict[Any, Any], cost: float, what: tuple[str, Any], any_sign: bool) -> None:
        if len(columns) >= form.most:
            raise NotFound(f"more than {form.most} terms are too many")
        columns.append(entries)
        costs.append(cost)
        meaning.append(what)
        free.append(any_sign)

    weights = Weights(problem, form)
    for chosen in [(), *products(problem.signed, form.scales)]:
        entries = {m: -c for m, c in (problem.target * weights.of(chosen)).terms()}
        if all(f.sign == ">" for f in chosen):
            entries[UNIT] = 1
        column(entries, len(chosen), ("scale", Summand(sp.Integer(1), chosen, ring.one)), False)
    for chosen in [] if equation else [(), *products(facts, form.products)]:
        weight = weights.of(chosen)
        for root in monomials(ring, min(form.squares, (top - degree(weight)) // 2)):
            if degree(weight) + 2 * degree(root) > top or not weights.fit(weight, root):
                continue
            entries = dict((weight * root**2).terms())
            if strict and weights.nonzero(root) and all(f.sign == ">" for f in chosen):
                entries[STRICT] = 1
            cost = 1 + 2 * len(chosen) + degree(weight) + 3 * degree(root)
            column(entries, cost, ("term", Summand(sp.Integer(1), chosen, root)), False)
    for fact in problem.equations:
        for root in monomials(ring, top - degree(fact.polynomial)):
            entries = dict((fact.polynomial * root).terms())
            column(entries, 1 + degree(root), ("equation", (fact, root)), True)
    target: dict[Any, Any] = {UNIT: 1}
    if strict:
        least = most_strict(columns, free)
        column({STRICT: -1}, 0, ("slack", None), False)
        target[STRICT] = least
    values = linear.least(columns, target, costs, free)
    if values is None:
        raise NotFound("no multipliers of this form")
    found: dict[str, list[Summand]] = {"scale": [], "term": []}
    cofactors: dict[Fact, Any] = {}
    for index, value in values.items():
        kind, what = meaning[index]
        if kind in found:
            found[kind].append(Summand(value, what.facts, what.root))
        elif kind == "equation":
            fact, root = what
            cofactors[fact] = cofactors.get(fact, ring.zero) + root * ring(value)
    return Identity(tuple(found["scale"]), tuple(found["term"]), tuple(cofactors.items()))


class Weights:
    """Products of facts, each made once, and how large they may be.

    A symbol may occur in a term to a degree one more than in any part of the statement, or two
    where scales are sought.
    """

    def __init__(self, problem: Problem, form: Form) -> None:
        self.ring = problem.ring
        self.made: dict[tuple[Fact, ...], Any] = {(): problem.ring.one}
        parts = [problem.target, *(f.polynomial for f in problem.facts)]
        self.most = [
            max((m[k] for p in parts for m in p.monoms()), default=0) + 1 + form.beyond
            for k in range(len(problem.ring.gens))
        ]
        self.positive = {f.polynomial for f in problem.signed if f.sign == ">"}

    def of(self, chosen: tuple[Fact, ...]) -> Any:
        if chosen not in self.made:
            self.made[chosen] = self.of(chosen[:-1]) * chosen[-1].polynomial
        return self.made[chosen]

    def fit(self, weight: Any, root: Any) -> bool:
        """Whether no symbol has too high a degree in weight * root²."""
        added = [2 * k for k in root.monoms()[0]]
        degrees = (max(m[k] for m in weight.monoms()) for k in range(len(added)))
        return all(d + a <= most for d, a, most in zip(degrees, added, self.most, strict=True))

    def nonzero(self, root: Any) -> bool:
        """Whether a monomial consists of symbols that are known to be positive."""
        gens = zip(self.ring.gens, root.monoms()[0], strict=True)
        return all(power == 0 or generator in self.positive for generator, power in gens)


def most_strict(columns: Sequence[dict[Any, Any]], free: Sequence[bool]) -> sp.Rational:
    """A positive number that the strict terms can add up to; raises `NotFound` if there is none."""
    bounded = [{STRICT: -1, "most": 1}, {"most": 1}]
    values = linear.least(
        [*columns, *bounded],
        {UNIT: 1, "most": 1},
        [0.0] * len(columns) + [-1.0, 0.0],
        [*free, False, False],
    )
    total = (values or {}).get(len(columns), 0)
    if not total or total <= 0:
        raise NotFound("nothing strictly positive is left")
    return sp.Rational(total) / 2 if total < 1 else sp.Integer(1)


def products(facts: Sequence[Fact], most: int) -> Iterator[tuple[Fact, ...]]:
    """All products of one up to `most` facts, repetition allowed."""
    for size in range(1, most + 1):
        yield from combinations_with_replacement(facts, size)
