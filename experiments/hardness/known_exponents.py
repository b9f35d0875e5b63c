"""Exponents of 1/ε in the number of queries, upper and lower, by oracle, class and what is sought.

Design. The state of the literature as a table, typed from the works: what a query tells, which
derivatives are Lipschitz, whether a point with |∇f| ≤ ε is sought or one of second order, with
λ_min ≥ −√ε as well, the exponent of the best method known and of the best lower bound, whether the
lower bound is also one of random methods and in which dimension it holds, and the works (keys of
documents/references.bib). No upper bound depends on the dimension. All are for f(x_0) − inf f ≤ Δ,
for the worst function of the class; logarithms are left out, and are in the bounds of Carmon et al.
(2017, 2018) and before Li & Lin (2023) for ε^(−7/4). Lower bounds for points of second order are
those for |∇f| ≤ ε, which every such point has; by gradients alone the method draws random vectors,
while the lower bound beside it is of deterministic ones; products of the Hessian with vectors tell
less than Hessians, whose lower bound theirs is, and more than gradients, whose upper bound theirs
is. Exponents of order p, (p + 1)/p, are computed; that of the curvature with √ε, (p + 1)/(2(p −
1)), is no larger. A sum of n terms with Lipschitz gradients takes √n ε^(−2) gradients of single
terms, or ε^(−3) if that is less: the row is of the former, for a fixed n, and its lower bound for n
that is not too large. The last two rows are of one variable: with values and gradients exponent 0,
a logarithm, by the halving in claim bisection-finds-an-approximate-minimum-on-the-line; with
gradients alone descent is best among deterministic methods, in every dimension (Chewi, Bubeck &
Salim 2023, abstract). `announced` are lower bounds of a preprint that has not been refereed,
`announced_work`.

Acceptance. No lower exponent is above the upper one; where all derivatives up to the last Lipschitz
one are told they agree. With Lipschitz Hessians they differ by 1/28 for gradients, unless the
preprint's is counted, and by 1/4 for products with vectors. A point of second order takes no fewer
queries than one of first.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd

TABLES = ("known_exponents",)
PARAMETERS: dict[str, dict[str, Any]] = {"quick": {}, "full": {}}

PART_ONE, PART_TWO = "CarmonDuchiHinderSidford2020", "CarmonDuchiHinderSidford2021"
ACCELERATED, PREPRINT = "CarmonDuchiHinderSidford2018", "Zhou2026"
GRADIENTS, HESSIANS, PRODUCTS = "gradients", "Hessians", "Hessian-vector products"
FIRST, SECOND = "first order", "second order"
BOTH = "∇f, ∇²f"
UP_TO = "derivatives to order {p}"
HIGH, EVERY, LINE = "high", "every", "1"
STOCHASTIC = "random gradients"


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return known_exponents (oracle, smooth, goal, lower, upper, announced, random, dimension,
    lower_work, upper_work, announced_work), exponents as numbers."""
    first, second, third, fourth = (Fraction(p + 1, p) for p in (1, 2, 3, 4))
    deterministic, accelerated = Fraction(12, 7), Fraction(7, 4)
    rows: list[tuple[Any, ...]] = [
        (GRADIENTS, "∇f", FIRST, first, first, None, True, HIGH, PART_ONE, "Nesterov2004"),
        (GRADIENTS, BOTH, FIRST, deterministic, accelerated, accelerated, False, HIGH, PART_TWO,
         "LiLin2023"),
        (GRADIENTS, BOTH, SECOND, deterministic, accelerated, accelerated, False, HIGH, PART_TWO,
         ACCELERATED),
        (GRADIENTS, "∇f, ∇²f, ∇³f", FIRST, Fraction(8, 5), Fraction(5, 3), Fraction(5, 3), False,
         HIGH, PART_TWO, "CarmonDuchiHinderSidford2017"),
        (PRODUCTS, BOTH, FIRST, second, accelerated, None, True, HIGH, PART_ONE, "LiLin2023"),
        (PRODUCTS, BOTH, SECOND, second, accelerated, None, True, HIGH, PART_ONE, ACCELERATED),
        (HESSIANS, "∇²f", FIRST, second, second, None, True, HIGH, PART_ONE, "NesterovPolyak2006"),
        (HESSIANS, "∇²f", SECOND, second, second, None, True, HIGH, PART_ONE,
         "NesterovPolyak2006"),
        (UP_TO.format(p=3), "∇³f", FIRST, third, third, None, True, HIGH, PART_ONE,
         "CartisGouldToint2020"),
        (UP_TO.format(p=3), "∇³f", SECOND, third, third, None, True, HIGH, PART_ONE,
         "CartisGouldToint2020"),
        (UP_TO.format(p=4), "∇⁴f", FIRST, fourth, fourth, None, True, HIGH, PART_ONE,
         "CartisGouldToint2020"),
        (STOCHASTIC, "∇f", FIRST, Fraction(4), Fraction(4), None, True, HIGH, "Arjevani2023",
         "GhadimiLan2013"),
        (STOCHASTIC, "∇f of each", FIRST, Fraction(3), Fraction(3), None, True, HIGH,
         "Arjevani2023", "Fang2018"),
        ("random gradients, products", BOTH, FIRST, Fraction(3), Fraction(3), None, False, HIGH,
         "Arjevani2020", "Arjevani2020"),
        ("gradients of n terms", "∇f of each", FIRST, first, first, None, False, HIGH, "Fang2018",
         "Fang2018"),
        ("gradients, no values", "∇f", FIRST, first, first, None, False, EVERY,
         "ChewiBubeckSalim2023", "Nesterov2004"),
        ("on the line, values too", "f', f''", FIRST, Fraction(0), Fraction(0), None, False, LINE,
         "ChewiBubeckSalim2023", "ChewiBubeckSalim2023"),
    ]  # fmt: skip
    columns = [
        "oracle", "smooth", "goal", "lower", "upper", "announced", "random", "dimension",
        "lower_work", "upper_work",
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=columns)
    numbers = ["lower", "upper", "announced"]
    table[numbers] = table[numbers].astype(float)
    table["announced_work"] = np.where(table["announced"].isna(), "", PREPRINT)
    return {"known_exponents": table}
