"""How fast the probability of a minimum approaches its large deviations.

Design. −log P/n² of the GOE, enclosed by ball arithmetic for n up to 200, beside the limit
(ln 3)/4 that Dean and Majumdar (2006, 2008) derived: exp(−β θ(0) n²) with θ(0) = (ln 3)/4 and
β = 1 for real matrices, so that P is about 3^(−n²/4). The limit is approached slowly; a fit, with
powers of 1/n, of

    −log P = θ n² + b n + c log n + d + e₁/n + …

through as many certified values as it has unknowns estimates the constants. That b is
ln(2 + √3)/2 − (ln 3)/4 and c is 1/24 is read off the digits, not derived.

Acceptance. The fitted θ, b and c agree with these numbers to within 1e-9, 1e-8 and 1e-6: bounds
set after a first look at the values, which no chance enters.

Negative control. With the term log n left out, the fitted θ misses (ln 3)/4 by more than 1e-8.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from flint import arb, arb_mat, ctx

from provenscape.models.ensembles import goe_balls
from provenscape.study.tables import scalars

TABLES = ("large_deviation_rate", "large_deviation_values")
PARAMETERS = {"quick": {"fitted": 7}, "full": {"fitted": 10}}

SHOWN = (1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 30, 40, 60, 80, 100, 140, 200)
SPACING = 20
THETA = math.log(3) / 4
LINEAR = math.log(2 + math.sqrt(3)) / 2 - math.log(3) / 4
LOGARITHMIC = 1 / 24


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return large_deviation_rate (n, rate, limit, excess, linear, signs): −log P/n² of the GOE,
    its limit, their difference, b/n, and ln(2)/n for independent signs; and the fitted constants.
    No random numbers.
    """
    rates = [float(exponent(n, 64).mid()) / n**2 for n in SHOWN]
    table = pd.DataFrame(
        [
            (n, value, THETA, value - THETA, LINEAR / n, math.log(2) / n)
            for n, value in zip(SHOWN, rates, strict=True)
        ],
        columns=["n", "rate", "limit", "excess", "linear", "signs"],
    )
    last = SPACING * parameters["fitted"]
    dimensions = range(SPACING, last + 1, SPACING)
    exponents = [exponent(n, 192) for n in dimensions]
    with_log = fitted(dimensions, exponents, logarithm=True)
    without = fitted(dimensions, exponents, logarithm=False)
    rate = table.set_index("n")["rate"]
    found = {
        "theta": with_log[0],
        "linear": with_log[1],
        "logarithmic": with_log[2],
        "theta_without_logarithm": without[0],
        "limit": THETA,
        "linear_guess": LINEAR,
        "logarithmic_guess": LOGARITHMIC,
        "rate_8": rate[8],
        "rate_100": rate[100],
        "excess_8": 100 * (rate[8] / THETA - 1),
        "excess_100": 100 * (rate[100] / THETA - 1),
        "fitted_from": SPACING,
        "fitted_to": last,
    }
    return {
        "large_deviation_rate": table,
        "large_deviation_values": scalars(found),
    }


def exponent(n: int, bits: int) -> arb:
    """−log P, enclosed to about so many bits."""
    with ctx.workprec(bits + 64):
        return -goe_balls.positive_definite(n, bits=bits).log()


def fitted(dimensions: Sequence[int], exponents: list[arb], logarithm: bool) -> list[float]:
    """The coefficients of n², n, (log n,) 1, 1/n, … that reproduce the exponents exactly."""
    with ctx.workprec(256):
        powers = len(exponents) - (4 if logarithm else 3)
        rows = []
        for n in map(arb, dimensions):
            first = [n * n, n, n.log(), arb(1)] if logarithm else [n * n, n, arb(1)]
            rows.append(first + [n**-k for k in range(1, powers + 1)])
        solved = arb_mat(rows).solve(arb_mat([[value] for value in exponents]))
        return [float(solved[row, 0].mid()) for row in range(len(exponents))]
