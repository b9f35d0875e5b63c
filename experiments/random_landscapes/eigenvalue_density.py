"""The density of the eigenvalues of a random symmetric matrix, free and conditioned on a minimum.

Design. Eigenvalues in units of √n: of the GOE, of equal variances and of independent diagonal
entries, in 52 bins, beside the semicircle √(4 − x²)/(2π) (Wigner 1958). And of GOE matrices
conditioned on being positive definite, an event that no direct sampling meets, from the populations
of the splitting estimator at n = 20, beside the density that Dean and Majumdar (2006) find for
n → ∞, with L = 4/√3 in these units:

    √((L − x)/x) (L + 2x)/(4π),    0 < x < L:

pushed against zero, where an inverse square root stands. Errors come from the spread between
matrices, for populations from that between independent repetitions.

Acceptance. The sup distance of the mean distribution function from the limit falls with n for the
GOE and equal variances, and at the largest n is below 1/100, five standard errors included.

Negative control. Diagonal matrices stay away from the semicircle.
"""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from provenscape.models import ensembles
from provenscape.models.ensembles import splitting

TABLES = ("eigenvalue_density", "density_distances", "limit_densities")
PARAMETERS = {
    "quick": {"numbers": 40_000, "particles": 20},
    "full": {"numbers": 300_000, "particles": 120},
}

SEEN = ("goe", "equal_variance", "separable")
DIMENSIONS = (4, 16, 64, 256)
CONDITIONED = 20
REPETITIONS = 16
EDGES = np.linspace(-2.6, 2.6, 53)
HARD_EDGE = 4 / math.sqrt(3)
POSITIVE = np.linspace(0, 2.6, 27)
FINE = np.linspace(-3, 3, 601)


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return eigenvalue_density (setting, n, x, density, error, limit), with the limit averaged
    over the bin about x, density_distances (setting, n, distance, error), and the limits
    themselves, limit_densities (limit, x, density).
    """
    generator = np.random.default_rng(seed)
    densities, distances = [], []
    for name in SEEN:
        for n in DIMENSIONS:
            matrices = ensembles.get(name).sample(n, parameters["numbers"] // n, generator)
            scaled = np.linalg.eigvalsh(matrices) / (math.sqrt(n) if name != "separable" else 1)
            densities.append(histogram(name, scaled, EDGES, semicircle))
            distances.append((name, n, *distance(scaled)))
    population = splitting.conditioned(
        ensembles.get("goe"), CONDITIONED, generator, parameters["particles"], REPETITIONS
    )
    scaled = np.linalg.eigvalsh(population) / math.sqrt(CONDITIONED)
    groups = scaled.reshape(REPETITIONS, -1)  # those of one repetition are not independent
    densities.append(histogram("minimum", groups, POSITIVE, hard_wall, CONDITIONED))
    return {
        "eigenvalue_density": pd.concat(densities, ignore_index=True),
        "density_distances": pd.DataFrame(distances, columns=["setting", "n", "distance", "error"]),
        "limit_densities": limits(),
    }


def limits() -> pd.DataFrame:
    """The two limiting densities, point by point."""
    half = 2 * np.sin(np.linspace(-np.pi / 2, np.pi / 2, 201))
    wall = HARD_EDGE * np.sin(np.linspace(0.02, np.pi / 2, 201)) ** 2
    pushed = np.sqrt((HARD_EDGE - wall).clip(0) / wall) * (HARD_EDGE + 2 * wall) / (4 * np.pi)
    curves = {
        "semicircle": (half, np.sqrt((4 - half**2).clip(0)) / (2 * np.pi)),
        "hard wall": (wall, pushed),
    }
    return pd.concat(
        [pd.DataFrame({"limit": name, "x": x, "density": y}) for name, (x, y) in curves.items()],
        ignore_index=True,
    )


def semicircle(x: np.ndarray) -> np.ndarray:
    """The distribution function of the semicircle law on [−2, 2]."""
    x = np.clip(x, -2, 2)
    return 0.5 + x * np.sqrt(4 - x * x) / (4 * np.pi) + np.arcsin(x / 2) / np.pi


def hard_wall(x: np.ndarray) -> np.ndarray:
    """The distribution function of √((L − x)/x) (L + 2x)/(4π) on [0, L].

    With x = L sin²(φ): the density is L² cos²φ (1 + 2 sin²φ)/(2π) dφ, and L² = 16/3.
    """
    phi = np.arcsin(np.sqrt(np.clip(x / HARD_EDGE, 0, 1)))
    return (3 * phi / 4 + np.sin(2 * phi) / 4 - np.sin(4 * phi) / 16) * HARD_EDGE**2 / (2 * np.pi)


def histogram(
    setting: str, groups: np.ndarray, edges: np.ndarray, limit: Any, n: int | None = None
) -> pd.DataFrame:
    """Densities over bins; each row of `groups` is independent of the others."""
    bins = np.clip(np.searchsorted(edges, groups, side="right") - 1, -1, len(edges) - 1)
    counts = np.stack([(bins == place).mean(axis=1) for place in range(len(edges) - 1)])
    width = np.diff(edges)
    return pd.DataFrame(
        {
            "setting": setting,
            "n": n or groups.shape[1],
            "x": (edges[:-1] + edges[1:]) / 2,
            "density": counts.mean(axis=1) / width,
            "error": counts.std(axis=1, ddof=1) / math.sqrt(groups.shape[0]) / width,
            "limit": np.diff(limit(edges)) / width,
        }
    )


def distance(groups: np.ndarray) -> tuple[float, float]:
    """The sup distance of the mean distribution function from the semicircle's on a grid, and the
    largest standard error there."""
    rows, each = groups.shape
    first = np.searchsorted(FINE, groups) * rows + np.arange(rows)[:, None]  # x at or above
    found = np.bincount(first.reshape(-1), minlength=rows * len(FINE))[: rows * len(FINE)]
    below = found.reshape(-1, rows).cumsum(axis=0) / each
    gap = np.abs(below.mean(axis=1) - semicircle(FINE)).max()
    return float(gap), float((below.std(axis=1, ddof=1) / math.sqrt(len(groups))).max())
