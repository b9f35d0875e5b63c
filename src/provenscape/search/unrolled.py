"""The first states of an iteration as one set of relations, where draws find no trajectory.

Inputs that change from state to state have a symbol for each.
"""

from collections.abc import Iterator
from contextlib import suppress

import sympy as sp

from provenscape.kernel import Claim, Rejected, Relation, eq, real
from provenscape.kernel.engines import unfold
from provenscape.search.candidates import Point
from provenscape.search.feasible import feasible


def unrolled(claim: Claim, states: int = 3) -> Iterator[list[Point]]:
    """Points of trajectories along which the hypotheses hold for so many states."""
    then = claim.iteration
    assert then is not None
    inputs = [s for s in claim.symbols() if s not in then.state]
    names: list[dict[sp.Symbol, sp.Symbol]] = []
    given: dict[str, Relation] = {}
    now: Point = {}
    for number in range(states):
        moving = inputs if number == 0 else [s for s in inputs if s not in then.constants]
        own = {s: real(f"{s}_{number}") for s in moving}
        before = now if number else own
        course = then.update if number else then.start
        now = {**now, **own, **{s: unfold(e).xreplace(before) for s, e in course.items()}}
        names.append(own)
        for name, relation in claim.given.items():
            with suppress(Rejected):  # of what is folded to a number
                given[f"{name} {number}"] = relation.subs(now)
    try:
        stated = claim.lemma("the first states", given, eq(real("aim"), 1))
    except Rejected:  # a denominator may be 0
        return
    for point in feasible(stated):
        yield [{s: point.get(own, sp.S.One) for s, own in some.items()} for some in names]
