"""Points at which the hypotheses of a claim hold."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import islice, product

import sympy as sp

from provenscape.kernel import Claim, Rejected, Relation, eq
from provenscape.search.candidates import Goals, Point, models, rounded_optima, sampled_points

MOST_BRANCHES = 6


def feasible(claim: Claim) -> Iterator[Point]:
    """Points at which the hypotheses hold, for those symbols that they are about.

    Where a product is to vanish, one of its factors is.
    """
    if not claim.given:
        yield {}
        return
    idle = dict.fromkeys(
        set().union(*(r.expr.free_symbols for r in claim.given.values())), sp.S.Zero
    )
    every = [goals for given in branches(claim.given) if (goals := goals_of(claim, given))]
    for goals in every:
        yield from (idle | point for point in completed(goals, sampled_points(goals)))
    for goals in every:
        points = rounded_optima(goals, 12 // len(every))
        yield from (idle | point for point in completed(goals, points))
    whole = [goals] if len(every) > 1 and (goals := goals_of(claim, claim.given)) else []
    for goals in (*whole, *every):
        yield from (idle | point for point in completed(goals, models(goals, 5)))


def goals_of(claim: Claim, given: Mapping[str, Relation]) -> Goals | None:
    return Goals.of(claim.lemma("hypotheses", given, eq(sp.Symbol("aim", real=True), 1)))


def completed(goals: Goals, points: Iterator[Point]) -> Iterator[Point]:
    for found in points:
        yield {s: v for s, v in goals.complete(found).items() if s.name != "aim"}


def branches(given: Mapping[str, Relation]) -> Iterator[Mapping[str, Relation]]:
    """The hypotheses with one factor of each equation in place of it, if there are several."""
    choices = []
    for name, relation in given.items():
        factors: list[sp.Expr] = []
        if relation.sign == "=":
            with suppress(sp.PolynomialError):
                factors = [base for base, _ in sp.factor_list(relation.expr)[1]]
        choices.append([(name, f) for f in factors] if len(factors) > 1 else [(name, None)])
    for chosen in islice(product(*choices), MOST_BRANCHES):
        with suppress(Rejected):
            yield {n: given[n] if factor is None else eq(factor) for n, factor in chosen}
