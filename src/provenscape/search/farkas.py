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
    program = Program(problem, form.most)
    facts = [] if program.equation else problem.signed
    top = max([degree(problem.target), *(degree(f.polynomial) for f in facts)]) + form.beyond
    top += form.scales and max((degree(f.polynomial) for f in facts), default=0)
    weights = Weights(problem, form)
    for chosen in [(), *products(problem.signed, form.scales)]:
        program.scale(chosen, weights.of(chosen))
    ring = problem.ring
    for chosen in [] if program.equation else [(), *products(facts, form.products)]:
        weight = weights.of(chosen)
        for root in monomials(ring, min(form.squares, (top - degree(weight)) // 2)):
            if degree(weight) + 2 * degree(root) <= top and weights.fit(weight, root):
                program.term(chosen, root, weight.mul_monom((root**2).LM))
    for fact in problem.equations:
        for root in monomials(ring, top - degree(fact.polynomial)):
            program.equality(fact, root.LM)
    return program.solved()


class Program:
    """The linear program of an identity, column by column."""

    def __init__(self, problem: Problem, most: int) -> None:
        self.problem, self.most = problem, most
        self.strict, self.equation = problem.then.sign == ">", problem.then.sign == "="
        self.columns: list[dict[Any, Any]] = []
        self.costs: list[float] = []
        self.free: list[bool] = []
        self.meaning: list[tuple[str, Any]] = []
        strict = {f.polynomial for f in problem.signed if f.sign == ">"}
        self.positive = {k for k, g in enumerate(problem.ring.gens) if g in strict}
        self._most_strict: tuple[int, sp.Rational | None] = 0, None  # of so many columns

    def scale(self, chosen: tuple[Fact, ...], weight: Any, root: Any = None) -> None:
        """A product of facts, and of the square of a monomial, that may multiply the target."""
        root = self.problem.ring.one if root is None else root
        entries = {m: -c for m, c in (self.problem.target * weight * root**2).items()}
        if all(f.sign == ">" for f in chosen) and self.nonzero(root):
            entries[UNIT] = 1
        what = Summand(sp.Integer(1), chosen, root)
        self._add(entries, len(chosen) + 2 * degree(root), ("scale", what), False)

    def term(self, chosen: tuple[Fact, ...], root: Any, whole: Any) -> None:
        """A product of facts times a square; `whole` is the polynomial that this is."""
        entries = dict(whole)
        if self.strict and all(f.sign == ">" for f in chosen) and self.nonzero(root):
            entries[STRICT] = 1
        cost = 1 + 2 * len(chosen) + degree(whole) + degree(root) + 2 * (len(root) - 1)
        self._add(entries, cost, ("term", Summand(sp.Integer(1), chosen, root)), False)

    def equality(self, fact: Fact, monom: tuple[int, ...]) -> None:
        """An equation times a monomial, with any number before it."""
        entries = dict(fact.polynomial.mul_monom(monom))
        root = self.problem.ring.term_new(monom, sp.QQ.one)
        self._add(entries, 1 + sum(monom), ("equation", (fact, root)), True)

    def _add(
        self, entries: dict[Any, Any], cost: float, what: tuple[str, Any], any_sign: bool
    ) -> None:
        if len(self.columns) >= self.most:
            raise NotFound(f"more than {self.most} terms are too many")
        self.columns.append(entries)
        self.costs.append(cost)
        self.meaning.append(what)
        self.free.append(any_sign)

    def nonzero(self, root: Any) -> bool:
        """Whether a root is a monomial of symbols that are known to be positive."""
        return len(root) == 1 and all(k in self.positive for k, p in enumerate(root.LM) if p)

    def unmet(self) -> set[Any]:
        """The monomials that are left where as little is left as can be."""
        columns, free = [*self.columns, {STRICT: -1}], [*self.free, False]
        return set(linear.unmet(columns, {UNIT: 1}, free, (UNIT, STRICT)))

    def can_be_strict(self) -> bool:
        """Whether a strict term may be among those that meet the target, if one has to be."""
        return not self.strict or self.most_strict() is not None

    def most_strict(self) -> sp.Rational | None:
        """A positive number that the strict terms can add up to, if there is one."""
        if self._most_strict[0] != len(self.columns):
            self._most_strict = len(self.columns), most_strict(self.columns, self.free)
        return self._most_strict[1]

    def solved(self) -> Identity:
        """The identity of least cost; raises `NotFound`."""
        columns, costs, free = list(self.columns), list(self.costs), list(self.free)
        target: dict[Any, Any] = {UNIT: 1}
        if self.strict:
            target[STRICT] = self.most_strict()
            if target[STRICT] is None:
                raise NotFound("nothing strictly positive is left")
            columns, costs, free = [*columns, {STRICT: -1}], [*costs, 0], [*free, False]
        values = linear.least(columns, target, costs, free)
        if values is None:
            raise NotFound("no multipliers of this form")
        ring = self.problem.ring
        found: dict[str, list[Summand]] = {"scale": [], "term": []}
        cofactors: dict[Fact, Any] = {}
        for index, value in values.items():
            if index >= len(self.meaning):
                continue
            kind, what = self.meaning[index]
            if kind in found:
                found[kind].append(Summand(value, what.facts, what.root))
            else:
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

    def of(self, chosen: tuple[Fact, ...]) -> Any:
        if chosen not in self.made:
            self.made[chosen] = self.of(chosen[:-1]) * chosen[-1].polynomial
        return self.made[chosen]

    def fit(self, weight: Any, root: Any) -> bool:
        """Whether no symbol has too high a degree in weight * root²."""
        added = [2 * k for k in root.LM]
        degrees = (max(m[k] for m in weight.monoms()) for k in range(len(added)))
        return all(d + a <= most for d, a, most in zip(degrees, added, self.most, strict=True))


def most_strict(columns: Sequence[dict[Any, Any]], free: Sequence[bool]) -> sp.Rational | None:
    """A positive number that the strict terms can add up to, if there is one."""
    bounded = [{STRICT: -1, "most": 1}, {"most": 1}, {STRICT: -1}]
    values = linear.least(
        [*columns, *bounded],
        {UNIT: 1, "most": 1},
        [0.0] * len(columns) + [-1.0, 0.0, 0.0],
        [*free, False, False, False],
    )
    total = (values or {}).get(len(columns), 0)
    if not total or total <= 0:
        return None
    return sp.Rational(total) / 2 if total < 1 else sp.Integer(1)


def products(facts: Sequence[Fact], most: int) -> Iterator[tuple[Fact, ...]]:
    """All products of one up to `most` facts, repetition allowed."""
    for size in range(1, most + 1):
        yield from combinations_with_replacement(facts, size)
