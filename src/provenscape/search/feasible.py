"""Points at which the hypotheses of a claim hold."""

from collections.abc import Iterator

import sympy as sp

from provenscape.kernel import Claim, eq
from provenscape.search.candidates import Goals, Point, models, rounded_optima, sampled_points


def feasible(claim: Claim) -> Iterator[Point]:
    """Points at which the hypotheses hold, for those symbols that they are about."""
    if not claim.given:
        yield {}
        return
    aim = sp.Symbol("aim", real=True)
    stated = claim.lemma("hypotheses", claim.given, eq(aim, 1))
    goals = Goals.of(stated)
    if goals is None:
        return
    for points in (sampled_points(goals), rounded_optima(goals, 12), models(goals, 5)):
        for found in points:
            yield {s: v for s, v in goals.complete(found).items() if s != aim}
