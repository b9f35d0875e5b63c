"""Of the critical points of a random field, how many are minima, saddles and maxima?

Design. Stationary Gaussian fields whose derivatives at a point have an isotropic covariance. The
fraction of each index follows from the Kac–Rice formula: in closed form up to n = 5, by Pfaffians
up to n = 24, by weighted GOE matrices up to n = 40. Independently, the critical points of random
Fourier series on the torus are found by Newton's method and counted, for n = 1, 2, 3; so are those
of separable fields Σ g_j(x_j), n = 3. For contrast C(n, k)/2ⁿ and the GOE's index without weight.

Acceptance. (a) Closed forms and Pfaffians agree to 1e-9, and Monte Carlo with them within the
project's normal quantile, about 4.9 standard errors. (b) In each field Σ (−1)^k N_k = 0, Morse's
identity, and a finer grid finds no further point. (c) The mean number of critical points and the
share of extrema agree with Kac–Rice within that quantile. (d) In more than half of the groups of
a hundred fields of n = 3 fewer than a quarter of all critical points are extrema: claim
extrema-of-fields-in-space-are-rarer-than-signs-say. (First a share of one in five, then of one in
six was asked of points drawn one from each field, which does not tell Kac–Rice's 0.2466 from 1/4;
with groups of a hundred it does. Ten other root seeds give the same verdict.)

Negative control. Separable fields have exactly the binomial fractions, each of them, as the
argument by independent signs says. Test (d) fails for as many points with independent signs.
"""

from collections.abc import Mapping
from math import comb, pi, sqrt
from typing import Any

import numpy as np
import pandas as pd

from provenscape.claims.statistics import QUANTILE, counts
from provenscape.errors import UserError
from provenscape.models.ensembles import fields, goe_exact, kac_rice
from provenscape.study.tables import scalars

TABLES = (
    "field_fractions",
    "field_counts",
    "field_group_counts",
    "field_surface",
    "field_points",
    "random_fields_values",
)
PARAMETERS = {
    "quick": {
        "line": 1_000,
        "plane": 2_000,
        "space": 18_000,
        "separable": 100,
        "matrices": 4_000,
    },
    "full": {
        "line": 4_000,
        "plane": 10_000,
        "space": 24_000,
        "separable": 200,
        "matrices": 20_000,
    },
}

AGREE = 1e-9
CLOSED = 4
PFAFFIAN = (5, 6, 8, 10, 12, 16, 20, 24)
SAMPLED = (6, 12, 24, 32, 40)
GOE = (1, 2, 3, 4, 6, 8, 12)
CHUNK = 64
GROUP = 100  # fields whose critical points are taken together
AUDITED = 32  # one field in so many is searched again from a finer grid
# Σ_j g_j(x_j), each g_j a random trigonometric polynomial of degree 2.
SEPARABLE = fields.PeriodicField(np.kron([[1], [2]], np.eye(3, dtype=int)), np.ones(6))
FIELDS = {
    "line": fields.LINE,
    "plane": fields.PLANE,
    "space": fields.SPACE,
    "separable": SEPARABLE,
}
STARTS = {"line": 24, "plane": 8, "space": 6, "separable": 16}  # of Newton's method, a side
NATURES = ("minimum", "saddle", "maximum")  # in the plane, by index
SHOWN_WIDTH, SHOWN_REACH, SHOWN_GRID = 2.2, 6, 61


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return field_fractions (n, index, fraction, error, route), field_counts (one row a kind of
    field: totals by index and tests), counts for the claim, a field to draw, and scalars."""
    generator = np.random.default_rng(seed)
    counted = {
        name: count(field, STARTS[name], parameters[name], generator)
        for name, field in FIELDS.items()
    }
    theory = [*theoretical(), *sampled(parameters["matrices"], generator)]
    rows = {name: summary(name, *each) for name, each in counted.items()}
    direct = [
        (rows[name]["n"], k, share, error, "direct count")
        for name in ("plane", "space")
        for k, (share, error) in enumerate(zip(*shares(counted[name][0]), strict=True))
    ]
    surface, points = picture(generator)
    fractions = pd.DataFrame(
        [*theory, *direct], columns=["n", "index", "fraction", "error", "route"]
    )
    return {
        "field_fractions": fractions,
        "field_counts": pd.DataFrame(rows.values()),
        "field_group_counts": grouped(counted["space"][0], generator),
        "field_surface": surface,
        "field_points": points,
        "random_fields_values": values(fractions, rows, points, counted["separable"][0]),
    }


def count(
    field: fields.PeriodicField,
    starts: int,
    number: int,
    generator: np.random.Generator,
) -> tuple[np.ndarray, int, float]:
    """Critical points by field and index; how many of the first fields show others on a grid
    twice as fine; and the mean number by Kac–Rice, NaN where the field is not isotropic."""
    amplitudes = field.sample(number, generator)
    found = tally(field, amplitudes, starts)
    audit = number // AUDITED
    finer = tally(field, amplitudes[:audit], 2 * starts)
    try:
        expected = field.mean_count()
    except UserError:
        expected = float("nan")
    return found, int((finer != found[:audit]).any(axis=1).sum()), expected


def tally(field: fields.PeriodicField, amplitudes: np.ndarray, starts: int) -> np.ndarray:
    """Critical points by field and index, in chunks that fit a processor's cache."""
    chunks = np.split(amplitudes, range(CHUNK, len(amplitudes), CHUNK))
    return np.concatenate(
        [fields.critical_points(field, chunk, starts).counts(len(chunk)) for chunk in chunks]
    )


def shares(found: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Fractions of all critical points by index, and standard errors that take a field's points
    together: that of a ratio, to first order."""
    total = found.sum()
    share = found.sum(axis=0) / total
    residual = found - share * found.sum(axis=1, keepdims=True)
    return share, np.sqrt(np.square(residual).sum(axis=0)) / total


def summary(name: str, found: np.ndarray, missed: int, expected: float) -> dict[str, Any]:
    """One row: what was found, against Morse and Kac–Rice; deviations in standard errors."""
    n = found.shape[1] - 1
    each = found.sum(axis=1)
    ends = np.stack([found[:, 0] + found[:, n], each - found[:, 0] - found[:, n]], axis=1)
    share, error = shares(ends)
    exact = 2 * fields.fractions(n)[0] if n > 1 else 1.0
    return {
        "field": name,
        "n": n,
        "fields": len(found),
        "points": int(each.sum()),
        "mean": each.mean(),
        "mean_error": each.std(ddof=1) / sqrt(len(each)),
        "kac_rice_mean": expected,
        "extrema": share[0],
        "extrema_error": error[0],
        "kac_rice_extrema": exact,
        "binomial_extrema": 2.0 ** (1 - n),
        "euler_violations": int((found @ (-1) ** np.arange(n + 1) != 0).sum()),
        "audit_changes": missed,
    }


def theoretical() -> list[tuple[int, int, float, float, str]]:
    """Rows of exact fractions: Kac–Rice, signs, GOE."""
    rows = []
    for n in (*range(1, CLOSED + 1), *PFAFFIAN):
        closed = n <= CLOSED
        weights = [float(f) for f in fields.exact_fractions(n)] if closed else law(n)
        route = "closed form" if closed else "Pfaffian"
        rows += [(n, k, float(value), 0.0, route) for k, value in enumerate(weights)]
    for n in sorted({*range(1, CLOSED + 1), *PFAFFIAN, *SAMPLED}):
        rows += [(n, k, comb(n, k) / 2**n, 0.0, "independent signs") for k in range(n + 1)]
    for n in GOE:
        laws = goe_exact.index_probabilities(n)
        rows += [(n, k, float(value), 0.0, "GOE") for k, value in enumerate(laws)]
    return rows


def law(n: int) -> np.ndarray:
    """The fractions by Pfaffians, in trusted digits."""
    return kac_rice.trusted(fields.fractions(n), n)


def sampled(
    matrices: int, generator: np.random.Generator
) -> list[tuple[int, int, float, float, str]]:
    """Rows of Monte Carlo fractions; half the indices, for the rest are equal by symmetry."""
    rows = []
    for n in SAMPLED:
        share, error = kac_rice.shares(kac_rice.monte_carlo(n, (0.25,), matrices, generator)[:, 0])
        rows += [(n, k, share[k], error[k], "Monte Carlo") for k in range(n // 2 + 1)]
    return rows


def grouped(found: np.ndarray, generator: np.random.Generator) -> pd.DataFrame:
    """Whether fewer than a quarter of a group's critical points are extrema, and whether of as many
    points with independent signs."""
    by_index = found.reshape(-1, GROUP, found.shape[1]).sum(axis=1)
    points = by_index.sum(axis=1)
    extrema = {
        "fields": by_index[:, 0] + by_index[:, -1],
        "independent signs": generator.binomial(points, 1 / 4),
    }
    return counts({setting: 4 * number < points for setting, number in extrema.items()})


def picture(generator: np.random.Generator) -> tuple[pd.DataFrame, pd.DataFrame]:
    """A field in the plane with a Gaussian spectrum: its values on a grid, its critical points."""
    grid = np.indices((2 * SHOWN_REACH + 1,) * 2).reshape(2, -1).T - SHOWN_REACH
    half = grid[(grid[:, 0] > 0) | ((grid[:, 0] == 0) & (grid[:, 1] > 0))]
    spectrum = np.exp(-np.square(half).sum(axis=1) / (4 * SHOWN_WIDTH**2))
    field = fields.PeriodicField(half, spectrum)
    amplitudes = field.sample(1, generator)
    found = fields.critical_points(field, amplitudes, 32)
    axis = np.linspace(0, 2 * pi, SHOWN_GRID)
    x, y = (part.ravel() for part in np.meshgrid(axis, axis))
    height = field.value(amplitudes, np.stack([x, y], axis=1))
    return (
        pd.DataFrame({"x": x, "y": y, "z": height}),
        pd.DataFrame(
            {
                "x": found.x[:, 0],
                "y": found.x[:, 1],
                "z": field.value(amplitudes, found.x),
                "nature": np.array(NATURES)[found.index],
            }
        ).sort_values(["nature", "x"], ignore_index=True),
    )


def values(
    fractions: pd.DataFrame,
    rows: dict[str, dict[str, Any]],
    points: pd.DataFrame,
    separable: np.ndarray,
) -> pd.DataFrame:
    """Scalars: tests in standard errors, and numbers for captions."""
    by = fractions.set_index(["route", "n", "index"]).sort_index()
    pfaffian = by.loc["Pfaffian"]
    gaps = [
        abs(row.fraction - pfaffian.loc[place, "fraction"]) / row.error
        for place, row in by.loc["Monte Carlo"].iterrows()
        if place in pfaffian.index and row.error
    ]
    disagreements = sum(
        abs(by.loc[("closed form", n, k), "fraction"] - share) > AGREE
        for n in range(1, CLOSED + 1)
        for k, share in enumerate(fields.fractions(n))
    )
    binomial = separable[:, :1] * np.array([comb(3, k) for k in range(4)])
    plane, space = rows["plane"], rows["space"]
    isotropic = [row for row in rows.values() if row["field"] != "separable"]
    found = {
        "quantile": QUANTILE,
        "closed_form_disagreements": disagreements,
        "monte_carlo_deviation": max(gaps),
        "mean_deviation": max(
            abs(r["mean"] - r["kac_rice_mean"]) / r["mean_error"] for r in isotropic
        ),
        "space_deviation": deviation(space, "kac_rice_extrema"),
        "space_from_binomial": abs(deviation(space, "binomial_extrema")),
        "separable_not_binomial": int((separable != binomial).any(axis=1).sum()),
        "euler_violations": sum(r["euler_violations"] for r in rows.values()),
        "audit_changes": sum(r["audit_changes"] for r in rows.values()),
        "plane_points": plane["points"],
        "plane_fields": plane["fields"],
        "space_points": space["points"],
        "space_fields": space["fields"],
        "space_extrema": space["extrema"],
        "space_extrema_error": space["extrema_error"],
        "space_exact": space["kac_rice_extrema"],
        **{f"shown_{name}": int((points["nature"] == name).sum()) for name in NATURES},
    }
    for n in (3, 4, 12, 24):
        route = "closed form" if n <= CLOSED else "Pfaffian"
        share = by.loc[(route, n)]["fraction"].to_numpy()
        found[f"minima_{n}"] = share[0]
        found[f"signs_{n}"] = 2.0**-n
        found[f"spread_{n}"] = float(share @ (np.arange(n + 1) - n / 2) ** 2) / n
    return scalars(found)


def deviation(row: Mapping[str, Any], reference: str) -> float:
    """How far the share of extrema is from a reference, in standard errors, with its sign."""
    return float((row["extrema"] - row[reference]) / row["extrema_error"])
