"""How many eigenvalues of a random symmetric matrix are negative.

Design. For n = 4, 8, 16, 32 the whole distribution of the index k: C(n, k)/2ⁿ for independent
signs; for the GOE exact, in closed form up to n = 8 and by ball arithmetic beyond; both also
sampled, and equal variances sampled only. The variance of the index: n/4 for signs; for the GOE
exact up to n = 48, where it grows like log(n)/π² (Majumdar, Nadal, Scardicchio & Vivo 2011).

Acceptance. The sampled distribution functions of signs and GOE lie within the band that holds them
at the project's confidence (Dvoretzky, Kiefer, Wolfowitz and Massart).

Negative control. Each other's samples do not, from n = 8 on.
"""

import math
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from provenscape.claims.statistics import dkw_half_width
from provenscape.models import ensembles
from provenscape.models.ensembles import goe_balls, goe_exact, inertia
from provenscape.study.tables import scalars

TABLES = ("index_distribution", "index_distances", "index_variance", "index_values")
PARAMETERS = {"quick": {"matrices": 20_000}, "full": {"matrices": 100_000}}

DIMENSIONS = (4, 8, 16, 32)
SPREADS = (1, 2, 4, 8, 16, 32, 48)
CLOSED = 8
SAMPLED = ("signs", "goe", "equal_variance")
BATCH = 10_000


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return index_distribution (ensemble, n, index, probability, error, method); index_distances
    (ensemble, n, reference, distance, half_width); index_variance (ensemble, n, variance, shifted);
    and scalars. Errors are standard errors or radii.
    """
    generator = np.random.default_rng(seed)
    exact = {(name, n): law(name, n) for name in ("signs", "goe") for n in DIMENSIONS}
    rows, distances = [], []
    for (name, n), (probabilities, method) in exact.items():
        rows += [(name, n, k, value, 0.0, method) for k, value in enumerate(probabilities)]
    for name in SAMPLED:
        for n in DIMENSIONS:
            shares = sampled(name, n, parameters["matrices"], generator)
            errors = np.sqrt(shares * (1 - shares) / parameters["matrices"])
            columns = zip(range(n + 1), shares, errors, strict=True)
            rows += [(name, n, k, share, error, "Monte Carlo") for k, share, error in columns]
            for reference in ("signs", "goe"):
                gap = np.cumsum(shares) - np.cumsum(exact[reference, n][0])
                width = dkw_half_width(parameters["matrices"])
                distances.append((name, n, reference, np.abs(gap).max(), width))
    spreads = list(variances())
    return {
        "index_distribution": pd.DataFrame(
            rows, columns=["ensemble", "n", "index", "probability", "error", "method"]
        ),
        "index_distances": pd.DataFrame(
            distances, columns=["ensemble", "n", "reference", "distance", "half_width"]
        ),
        "index_variance": pd.DataFrame(spreads, columns=["ensemble", "n", "variance", "shifted"]),
        "index_values": values(exact, spreads),
    }


@cache
def law(name: str, n: int) -> tuple[np.ndarray, str]:
    """The exact probabilities of k = 0, …, n negative eigenvalues, and how they were found."""
    if name == "signs":
        return np.array([math.comb(n, k) / 2**n for k in range(n + 1)]), "closed form"
    if n <= CLOSED:
        forms = goe_exact.index_probabilities(n)
        return np.array([float(form.evalf(20, maxn=400)) for form in forms]), "closed form"
    balls = goe_balls.index_probabilities(n)
    return np.array([float(ball.mid()) for ball in balls]), "ball arithmetic"


def sampled(name: str, n: int, matrices: int, generator: np.random.Generator) -> np.ndarray:
    """The shares of k = 0, …, n negative eigenvalues among sampled matrices."""
    found = np.zeros(n + 1)
    for _ in range(matrices // BATCH):
        batch = ensembles.get(name).sample(n, BATCH, generator)
        found += np.bincount(inertia.indices(batch), minlength=n + 1)
    return found / matrices


def variances() -> Iterator[tuple[str, int, float, float]]:
    """The variance of the index, exact, beside its law up to a constant that the largest n fixes:
    n/4 for signs, log(n)/π² for the GOE."""
    laws = {"signs": lambda n: n / 4, "goe": lambda n: math.log(n) / math.pi**2}
    for name, growth in laws.items():
        squares = {n: np.square(np.arange(n + 1) - n / 2) for n in SPREADS}
        exact = {n: float(law(name, n)[0] @ squares[n]) for n in SPREADS}
        last = SPREADS[-1]
        for n in SPREADS:
            yield name, n, exact[n], exact[last] + growth(n) - growth(last)


def values(
    exact: Mapping[tuple[str, int], tuple[np.ndarray, str]],
    spreads: list[tuple[str, int, float, float]],
) -> pd.DataFrame:
    """Scalars for the caption: exact probabilities that at most two more than half are negative."""
    n = DIMENSIONS[-1]
    near = np.abs(np.arange(n + 1) - n // 2) <= 2
    shares = {f"{name}_near_half": exact[name, n][0][near].sum() for name in ("signs", "goe")}
    return scalars(shares | {f"{name}_variance_{m}": spread for name, m, spread, _ in spreads})
