"""The probability that all eigenvalues of a random symmetric matrix are positive.

Design. For each ensemble of `models.ensembles` and dimensions up to 48 (100 where 2⁻ⁿ is exact), by
every method that applies:
    closed form              signs and separable entries, 2⁻ⁿ; GOE for n ≤ 12 by Pfaffians, in
                             ℚ[√2, 1/π]; single cases of the others
    ball arithmetic          GOE and shifted GOE, the same Pfaffians enclosed by Arb; a case of
                             equal variances by an enclosed integral; error is the radius, with the
                             rounding to a double
    tridiagonal quadrature   GOE, shifted and correlated, along the pivots of Dumitriu and Edelman's
                             tridiagonal matrix, which shares nothing with the Pfaffians; error is
                             the change on other nodes
    Monte Carlo              all; error is the standard error, at least that of one success
    splitting                GOE, equal variances and shifted GOE; error is the standard error over
                             independent repetitions
The work of splitting is counted in matrices factorized, and so is that of plain Monte Carlo at the
same relative error ε: (1 − P)/(P ε²). Blocks and whole matrices count alike.

Acceptance. Methods agree within the project's normal quantile, about 4.9 of their errors. With
equal variances a 4 × 4 matrix is positive definite with probability at most 2⁻⁴/20 (claim
equal-variances-make-minima-rarer-than-signs).

Negative control. The same matrices without their entries beside the diagonal fail the test of the
claim. Splitting run on equal variances is compared with the certified values of the GOE, and must
disagree by more than ten errors at n = 8.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd
import sympy as sp
from flint import arb

from provenscape.claims.statistics import counts
from provenscape.models import ensembles
from provenscape.models.ensembles import (
    goe_balls,
    goe_exact,
    inertia,
    splitting,
    tridiagonal,
    two_by_two,
)
from provenscape.study.tables import scalars

TABLES = (
    "positive_definite_probability",
    "method_agreement",
    "splitting_work",
    "positive_definite_values",
    "equal_variance_counts",
)
PARAMETERS = {
    "quick": {"trials": 50_000, "largest": 12, "particles": 100},
    "full": {"trials": 1_000_000, "largest": 30, "particles": 400},
}

ALL = (*range(1, 13), 16, 20, 24, 30, 36, 42, 48)
CLOSED = 12
CORRELATED = 32
REPETITIONS = 16
LEVELS = (2, 4, 6, 8, 12, 16, 20, 24, 30)
SAMPLED = {
    "signs": (1, 2, 4, 8),
    "separable": (1, 2, 4, 8),
    "goe": (1, 2, 3, 4, 5),
    "equal_variance": (1, 2, 3, 4, 5),
    "shifted_goe": (1, 2, 4, 8),
    "correlated": (1, 2, 4, 8, 16, 32),
}
NUMBERS = 1 << 22  # drawn at once, at most


Row = tuple[str, int, float, float, str, str]


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return positive_definite_probability (ensemble, n, probability, error, exact, method), where
    `exact` is a closed form or empty; method_agreement (setting, ensemble, n, method, reference,
    deviation), deviations from the best method in errors; splitting_work (ensemble, n,
    probability, relative_error, factorizations, plain, ratio); scalars for captions; the counts.
    """
    generator = np.random.default_rng(seed)
    outcomes = monte_carlo(parameters["trials"], generator)
    split = dict(splits(parameters, generator))
    rows = [*closed_forms(), *balls(), *quadratures()]
    for (name, n), positive in outcomes.items():
        share = float(positive.mean())
        error = math.sqrt(max(share, 1 / positive.size) * (1 - share) / positive.size)
        rows.append((name, n, share, error, "", "Monte Carlo"))
    for (name, n), estimate in split.items():
        value = math.exp(estimate.log_probability)
        rows.append((name, n, value, value * estimate.relative_error, "", "splitting"))
    table = pd.DataFrame(rows, columns=["ensemble", "n", "probability", "error", "exact", "method"])
    order = {name: place for place, name in enumerate(ensembles.names())}
    table = table.sort_values(
        ["ensemble", "n"], key=lambda c: c.map(order) if c.name == "ensemble" else c, kind="stable"
    ).reset_index(drop=True)
    work = work_ratios(split)
    return {
        "positive_definite_probability": table,
        "method_agreement": agreement(table),
        "splitting_work": work,
        "positive_definite_values": values(table, work),
        "equal_variance_counts": counts(
            {name: outcomes[name, 4] for name in ("equal_variance", "separable")}
        ),
    }


def closed_forms() -> Iterator[Row]:
    """What is known exactly."""
    forms: dict[tuple[str, int], sp.Expr] = {
        (name, n): sp.Rational(1, 2**n) for name in ("signs", "separable") for n in (*ALL, 100)
    }
    forms |= {("goe", n): goe_exact.positive_definite(n) for n in range(1, CLOSED + 1)}
    forms["equal_variance", 1] = sp.Rational(1, 2)
    forms["shifted_goe", 1] = 1 - sp.erfc(sp.Rational(1, 2)) / 2
    forms["correlated", 1] = sp.Rational(1, 2)
    forms["correlated", 2] = sp.Rational(1, 2) - sp.sqrt(10) / 20  # a round cone, as in two_by_two
    for (name, n), form in forms.items():
        yield name, n, float(form.evalf(20, maxn=400)), 0.0, sp.sstr(form), "closed form"


def balls() -> Iterator[Row]:
    """What Arb encloses."""
    for n in ALL:
        for name, ball in (
            ("goe", goe_balls.positive_definite(n)),
            ("shifted_goe", goe_balls.positive_definite(n, 1, n)),
        ):
            yield name, n, *_rounded(ball), "", "ball arithmetic"
    ball = two_by_two.positive_definite(2)
    yield "equal_variance", 2, *_rounded(ball), two_by_two.FORMULA, "ball arithmetic"


def _rounded(ball: arb) -> tuple[float, float]:
    middle = float(ball.mid())
    return middle, float(ball.rad()) + math.ulp(middle)


def quadratures() -> Iterator[Row]:
    """What the chain of pivots gives; the error is never put below the rounding of a double."""
    method = "tridiagonal quadrature"
    logs, other = (tridiagonal.log_positive_definite(max(ALL), nodes=m) for m in (160, 240))
    for n in ALL:
        moved = tridiagonal.log_positive_definite(n, math.sqrt(n))[-1]
        more = tridiagonal.log_positive_definite(n, math.sqrt(n), 240)[-1]
        for name, one, two in (("goe", logs[n - 1], other[n - 1]), ("shifted_goe", moved, more)):
            value = math.exp(one)
            yield name, n, value, value * max(abs(one - two), 1e-12), "", method
    fine, change = tridiagonal.common_shift(CORRELATED, lambda n: 2 * math.sqrt(n))
    for n in range(1, CORRELATED + 1):
        if n in ALL or n == CORRELATED:
            error = max(change[n - 1], 1e-12)
            yield "correlated", n, float(fine[n - 1]), float(error), "", method


def monte_carlo(trials: int, generator: np.random.Generator) -> dict[tuple[str, int], np.ndarray]:
    """Whether each sampled matrix is positive definite, by ensemble and dimension."""
    return {
        (name, n): np.concatenate(
            [
                inertia.positive_definite(ensembles.get(name).sample(n, size, generator))
                for size in _batches(trials if n <= 8 else trials // 10, NUMBERS // n**2)
            ]
        )
        for name, dimensions in SAMPLED.items()
        for n in dimensions
    }


def _batches(total: int, most: int) -> Iterator[int]:
    for start in range(0, total, most):
        yield min(most, total - start)


def splits(
    parameters: Mapping[str, Any], generator: np.random.Generator
) -> Iterator[tuple[tuple[str, int], splitting.Estimate]]:
    """Estimates by splitting; for two ensembles one run gives all dimensions."""
    sizes = {"particles": parameters["particles"], "repetitions": REPETITIONS}
    for name in ("goe", "equal_variance"):
        found = splitting.leading_blocks(
            ensembles.get(name), parameters["largest"], generator, **sizes
        )
        for n in LEVELS:
            if n <= parameters["largest"]:
                yield (name, n), found[n - 1]
    for n in (8, 16):
        shifted = ensembles.get("shifted_goe")
        yield ("shifted_goe", n), splitting.positive_definite(shifted, n, generator, **sizes)


def agreement(table: pd.DataFrame) -> pd.DataFrame:
    """How far each method is from the best one of its ensemble and dimension, in joint errors.

    The negative control is splitting for equal variances against the certified GOE.
    """
    ranks = ("closed form", "ball arithmetic", "tridiagonal quadrature", "splitting", "Monte Carlo")
    rank = {method: place for place, method in enumerate(ranks)}
    rows = []
    best: dict[tuple[str, int], pd.Series] = {}
    for _, row in table.sort_values("method", key=lambda c: c.map(rank), kind="stable").iterrows():
        first = best.setdefault((row["ensemble"], row["n"]), row)
        if first is not row:
            rows.append(_compared("same ensemble", row, first))
        if row["ensemble"] == "equal_variance" and row["method"] == "splitting":
            rows.append(_compared("control: against the GOE", row, best["goe", row["n"]]))
    columns = ["setting", "ensemble", "n", "method", "reference", "deviation"]
    return pd.DataFrame(rows, columns=columns)


def _compared(setting: str, row: pd.Series, first: pd.Series) -> tuple[Any, ...]:
    scale = math.hypot(row["error"], first["error"])
    deviation = (row["probability"] - first["probability"]) / scale
    return setting, row["ensemble"], row["n"], row["method"], first["method"], deviation


def work_ratios(split: Mapping[tuple[str, int], splitting.Estimate]) -> pd.DataFrame:
    """Matrices factorized by splitting, and tested by plain Monte Carlo at the same error."""
    rows = []
    for (name, n), estimate in split.items():
        chance, error = math.exp(estimate.log_probability), estimate.relative_error
        plain = (1 - chance) / (chance * error**2)
        work = estimate.factorizations
        rows.append((name, n, chance, error, work, plain, plain / work))
    columns = ["ensemble", "n", "probability", "relative_error", "factorizations", "plain", "ratio"]
    return pd.DataFrame(rows, columns=columns)


def values(table: pd.DataFrame, work: pd.DataFrame) -> pd.DataFrame:
    """Scalars for captions."""
    best = table.drop_duplicates(["ensemble", "n"]).set_index(["ensemble", "n"])["probability"]
    largest = work.query("ensemble == 'goe'").iloc[-1]
    found = {
        "goe_8": best["goe", 8],
        "signs_8": best["signs", 8],
        "goe_30": best["goe", 30],
        "signs_30": best["signs", 30],
        "signs_100": best["signs", 100],
        "correlated_last": best["correlated", CORRELATED],
        "correlated_limit": 0.5 * math.erfc(math.sqrt(0.5)),
        "largest": largest["n"],
        "largest_error": 100 * largest["relative_error"],
        "largest_power": math.log10(largest["ratio"]),
        "largest_work": largest["factorizations"] / 1e6,
    }
    return scalars(found)
