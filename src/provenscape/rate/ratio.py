"""A step that contracts, for every value of a second constant below the first, as mu below L.

With 1 for L the proofs for mu = 1/2, 1/3, … are fitted by rational functions of n = L/mu: the
factor, the multipliers, and the numbers of conditions and states. That they prove every mu between
0 and L is then an identity with squares, which is left to the kernel, as is whether multipliers are
not negative: a factor that is the larger of two is refused there.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import sympy as sp

from provenscape.rate.contraction import Contraction, contraction
from provenscape.rate.fitting import fit
from provenscape.rate.forms import Symbolic, Weighted, difference, squares, widened
from provenscape.rate.local import NoPattern, Role
from provenscape.search.linear import rational

RATIOS = range(2, 12)  # of L to mu
RATIO = sp.Symbol("n")


def contraction_for_all(at: Callable[[int], Path], ratio: sp.Expr) -> Contraction:
    """The contraction as a function of the ratio, from files for some; raises NoPattern."""
    samples = list(_samples(at))

    def number(values: Sequence[sp.Expr]) -> sp.Expr:
        if all(v == values[0] for v in values):
            return values[0]
        points: dict[tuple[int, ...], Any] = {
            (n,): rational(v) for n, v in zip(RATIOS, values, strict=True)
        }
        return sp.factor(fit(points, (RATIO,)).xreplace({RATIO: ratio}))

    def matrix(values: Sequence[sp.Matrix]) -> sp.Matrix:
        made = [number(entries) for entries in zip(*values, strict=True)]
        return sp.Matrix(*values[0].shape, made)

    def form(values: Sequence[Symbolic]) -> Symbolic:
        linear = tuple(map(number, zip(*(one.linear for one in values), strict=True)))
        return Symbolic(matrix([one.square for one in values]), linear)

    def used(of: Contraction) -> dict[Any, tuple[sp.Expr, Symbolic]]:
        return {role: (weight, condition) for role, weight, condition in of.step.conditions}

    listed = [used(one) for one in samples]
    conditions = tuple(
        (role, number([one[role][0] for one in listed]), form([one[role][1] for one in listed]))
        for role in listed[0]
    )
    before, after = form([one.before for one in samples]), form([one.after for one in samples])
    factor = number([one.factor for one in samples])
    rest = difference(widened(before, (0, *samples[0].ahead)), after, factor, conditions)
    return replace(
        samples[0],
        before=before,
        after=after,
        factor=factor,
        moved=matrix([one.moved for one in samples]),
        step=Weighted(conditions, squares(rest)),
    )


def _samples(at: Callable[[int], Path]) -> Iterator[Contraction]:
    """Contractions from the same conditions: those of the proof that has the fewest."""
    found = []
    for n in RATIOS:
        one = contraction(at(n))
        if one is None:
            raise NoPattern("two constants are symbols where one step contracts alone")
        found.append(one)
    only = min((_roles(one) for one in found), key=len)
    for n, one in zip(RATIOS, found, strict=True):
        again = one if _roles(one) == only else contraction(at(n), only)
        if again is None or again.factor != one.factor or _roles(again) != only:
            raise NoPattern("proofs for different constants use different conditions")
        yield again


def _roles(one: Contraction) -> set[Role]:
    return {role for role, *_ in one.step.conditions}
