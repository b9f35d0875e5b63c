"""How fast a potential grows: p and q, in simple fractions.

V(N − 1) bounds p(N) · metric − q(N), for polynomials p and q = r·p whose coefficients are not
negative. The largest p is found numerically, after the least r, and made of simple fractions, so
that the exact unknowns (`solving`) are simple too.
"""

import math
from collections.abc import Iterator, Sequence
from contextlib import suppress
from fractions import Fraction
from typing import Any

import sympy as sp

from provenscape.rate.forms import N
from provenscape.rate.solving import extreme, few_squares, few_unknowns
from provenscape.rate.unknowns import Program
from provenscape.search.blocks import Block
from provenscape.search.semidefinite import NotFound, Solution

NOTHING = 1e-4  # a number of p that is smaller is none
NEAR = 3e-6  # of the program's number to a fraction that it is taken for
# By which numbers of p may be smaller than those found.
EXACT, ROUGH, COARSE = Fraction(1, 10**6), Fraction(1, 20), Fraction(1, 4)
COMPARED_AT = 5  # the number of steps for which growth is compared
Choice = tuple[sp.Expr, Fraction, Solution]  # p, r and the unknowns


def choices(program: Program) -> Iterator[Choice]:
    """The largest p, and smaller and simpler ones. Without an inside, the semidefinite program's
    number is too large; that of listed squares alone is not."""
    seen: list[sp.Expr] = []
    powers, high = [N**e for e in range(program.degree, -1, -1)], program.degree
    single = [[(N + 1) ** high], [N**high]] if high else []
    first, rough = [(powers, EXACT)], [powers, *single]
    if program.model.constants:
        noises = [(_noise(program, shape), shape) for shape in (powers, *single)]
        first = [(shape, EXACT) for _, shape in sorted(noises, key=lambda one: round(one[0], 4))]
        rough = single
    others = [(program.blocks, one, ROUGH) for one in rough]
    others += [(program.blocks, one, COARSE) for one in single]
    groups = [
        *([(program.blocks, *one)] for one in first),
        [(program.listed, powers, EXACT), *others],
    ]
    for group in groups:
        for target, p, share in _largest_first(program, group):
            if p in seen:
                continue
            seen.append(p)
            try:
                solution = few_squares(target, program.listed) or few_unknowns(
                    target, program.blocks
                )
            except NotFound:
                continue
            yield p, share, solution


def _largest_first(program: Program, group: Sequence[Any]) -> list[tuple[Any, sp.Expr, Fraction]]:
    """What is chosen for each of a group, the least noise and then the largest p first."""
    found = []
    for blocks, shape, slack in group:
        with suppress(NotFound):
            found.append(_chosen(program, blocks, shape, slack))
    return sorted(found, key=lambda one: (one[2], -one[1].subs(N, COMPARED_AT)))


def _chosen(
    program: Program, blocks: Sequence[Block], shape: Sequence[sp.Expr], slack: Fraction
) -> tuple[Any, sp.Expr, Fraction]:
    """The largest multiples of the functions of N, one after the other, whose sum p is then; what
    multiple of it is q, the least with which there is any; and what the blocks are to add up to."""
    share, target, p = Fraction(0), program.target, sp.Integer(0)
    if program.model.constants:
        noise = _noise(program, shape)
        if noise == math.inf:
            raise NotFound("no constant bounds the noise")
        share = simple(max(noise, 0.0), -slack)
    for term in shape:
        weight = program.bound(term) + program.noise(term) * rational(share)
        block = Block(("p", term), weight, (program.ring.one,))
        best = extreme(target, [block, *blocks], True)
        if best is None or (p == 0 and best < NOTHING):
            raise NotFound("no potential grows so fast")
        number = simple(best if best >= NOTHING else 0.0, slack)
        p += sp.Rational(*number.as_integer_ratio()) * term
        target -= weight * rational(number)
    return target, p, share


def _noise(program: Program, shape: Sequence[sp.Expr]) -> float:
    """The least multiple of p that q can be, numerically, where p begins with the function."""
    start = Block(("start",), -program.target, (program.ring.one,))
    noise = Block(("q",), program.noise(shape[0]), (program.ring.one,))
    best = extreme(-program.bound(shape[0]), [noise, start, *program.blocks], False)
    return math.inf if best is None else best


def simple(value: float, slack: Fraction) -> Fraction:
    """The simplest fraction that is at most so much smaller than the value, or larger where the
    slack is negative."""
    other = -math.copysign(NEAR, slack)
    least, most = sorted(Fraction(value * (1 - share)) for share in (float(slack), other))
    return simplest(least, most)


def simplest(least: Fraction, most: Fraction) -> Fraction:
    """The fraction of least denominator between two that are not negative."""
    wholes: list[int] = []
    while (above := math.ceil(least)) > most:
        wholes.append(above - 1)
        least, most = 1 / (most - wholes[-1]), 1 / (least - wholes[-1])
    found = Fraction(above)
    for whole in reversed(wholes):
        found = whole + 1 / found
    return found


def rational(value: Fraction) -> Any:
    return sp.QQ(value.numerator, value.denominator)
