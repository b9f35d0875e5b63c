"""Exponents of 1/ε in the number of queries for |∇f| ≤ ε, upper and lower, by oracle and class.

Design. The state of the literature as a table, typed from the works: what a query tells, which
derivatives are Lipschitz, the exponent of the best method known and of the best lower bound,
whether the lower bound is also one of random methods and in which dimension it holds, and the works
(keys of documents/references.bib). No upper bound depends on the dimension. All are for f(x_0) −
inf f ≤ Δ, for the worst function of the class; logarithms are left out, and are in the bounds of
Carmon et al. (2017) for ε^(−5/3) and before Li & Lin (2023) for ε^(−7/4). Points of second order
have no rows; for Hessians the upper exponent 3/2 is theirs too. Exponents of order p, (p + 1)/p,
are computed. The last two rows are of one variable: with values and gradients exponent 0, a
logarithm, by the halving in claim bisection-finds-an-approximate-minimum-on-the-line; with
gradients alone descent is best among deterministic methods, in every dimension (Chewi, Bubeck &
Salim 2023, abstract). `announced` are lower bounds of a preprint that has not been refereed.

Acceptance. No lower exponent is above the upper one; where all derivatives up to the last Lipschitz
one are told they agree. With Lipschitz Hessians they differ by 1/28 for gradients, unless the
preprint's is counted.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd

TABLES = ("known_exponents",)
PARAMETERS: dict[str, dict[str, Any]] = {"quick": {}, "full": {}}

PART_ONE, PART_TWO = "CarmonDuchiHinderSidford2020", "CarmonDuchiHinderSidford2021"
GRADIENTS, HESSIANS = "gradients", "Hessians"
UP_TO = "derivatives to order {p}"
HIGH, EVERY, LINE = "high", "every", "1"
STOCHASTIC = "random gradients"


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return known_exponents (oracle, smooth, lower, upper, announced, random, dimension,
    lower_work, upper_work), exponents as numbers."""
    first, second, third, fourth = (Fraction(p + 1, p) for p in (1, 2, 3, 4))
    rows: list[tuple[Any, ...]] = [
        (GRADIENTS, "∇f", first, first, None, True, HIGH, PART_ONE, "Nesterov2004"),
        (GRADIENTS, "∇f, ∇²f", Fraction(12, 7), Fraction(7, 4), Fraction(7, 4), False, HIGH,
         PART_TWO, "LiLin2023"),
        (GRADIENTS, "∇f, ∇²f, ∇³f", Fraction(8, 5), Fraction(5, 3), Fraction(5, 3), False, HIGH,
         PART_TWO, "CarmonDuchiHinderSidford2017"),
        (HESSIANS, "∇²f", second, second, None, True, HIGH, PART_ONE, "NesterovPolyak2006"),
        (UP_TO.format(p=3), "∇³f", third, third, None, True, HIGH, PART_ONE,
         "CartisGouldToint2020"),
        (UP_TO.format(p=4), "∇⁴f", fourth, fourth, None, True, HIGH, PART_ONE,
         "CartisGouldToint2020"),
        (STOCHASTIC, "∇f", Fraction(4), Fraction(4), None, True, HIGH, "Arjevani2023",
         "GhadimiLan2013"),
        (STOCHASTIC, "∇f of each", Fraction(3), Fraction(3), None, True, HIGH, "Arjevani2023",
         "Fang2018"),
        ("gradients, no values", "∇f", first, first, None, False, EVERY, "ChewiBubeckSalim2023",
         "Nesterov2004"),
        ("on the line, values too", "f', f''", Fraction(0), Fraction(0), None, False, LINE,
         "ChewiBubeckSalim2023", "ChewiBubeckSalim2023"),
    ]  # fmt: skip
    columns = [
        "oracle", "smooth", "lower", "upper", "announced", "random", "dimension", "lower_work",
        "upper_work",
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=columns)
    numbers = ["lower", "upper", "announced"]
    table[numbers] = table[numbers].astype(float)
    return {"known_exponents": table}
