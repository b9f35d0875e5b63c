"""How much of the time SGD is in the flat and in the sharp one of two wells of equal depth.

Design. f = Δ min(x²/r², (x − 3)²/R²) on [−2, 4], r = 2, R = 1, Δ = 2, barrier at 2, reflected at
the ends. Runs of x ← x − η(f′(x) + z), half from each minimum: z Gaussian with variance 2T/η,
T = 1 in both wells (isotropic); T proportional to the curvature, ½ and 2; and z = ±15/4 with η = ¼
(bounded). Label noise: f = ½ g², g the residual at one example whose label is 0 or, with noise,
ξ = ±η^(−1/2), drawn anew in every step, so that x ← x − η g′(x)(g(x) − ξ). That is two-valued noise
of variance g′²/η, and g′² = f″ here, so T is again ½ and 2: the diffusion is that of noise
proportional to the curvature. Shares are taken at the end, once for each run, so that runs are
independent. (What label noise does along a manifold of fits is proved for two models: claims
residuals-that-persist-balance-two-layers, residuals-that-persist-shrink-the-scale-of-a-diagonal-
network.)

Acceptance. The share of the flat well is r/(r + R) with isotropic noise, and that of the stationary
density with noise by the curvature and with label noise, within three standard errors and 0.03 for
the step length; with the bounded noise no run is in the flat well. So it is at ten other root
seeds, effort quick.

Negative control. The share is not that of the other density, by more than the same distance.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from provenscape.study.tables import scalars

TABLES = ("time_in_wells", "densities_in_wells", "wells_values")
PARAMETERS = {
    "quick": {"runs": 2_000, "time": 12},
    "full": {"runs": 10_000, "time": 24},
}

RADII = (2.0, 1.0)
CENTRES = (0.0, 3.0)
DEPTH = 2.0
ENDS = (-2.0, 4.0)
BARRIER = 2.0
STEP = 0.002
STRENGTHS = {"isotropic": (1.0, 1.0), "curvature": (0.5, 2.0)}
BOUND, LONG_STEP, LONG_STEPS = 15 / 4, 0.25, 400


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return time_in_wells (noise, runs, in_flat, share, theory), densities_in_wells (noise, x,
    loss, density, theory), both densities on the same cells, and wells_values (name, value)."""
    kinds = seed.spawn(len(STRENGTHS) + 2)
    rows, densities = [], []
    cells = np.linspace(*ENDS, 61)
    for (name, strengths), child in zip(STRENGTHS.items(), kinds, strict=False):
        x = diffuse(np.random.default_rng(child), strengths, parameters)
        rows.append(_row(name, x, theory(strengths)))
        counts, _ = np.histogram(x, cells)
        middle = (cells[1:] + cells[:-1]) / 2
        densities.append(
            pd.DataFrame(
                {
                    "noise": name,
                    "x": middle,
                    "loss": loss(middle),
                    "density": counts / len(x) / np.diff(cells),
                    "theory": density(middle, strengths) / mass(strengths).sum(),
                }
            )
        )
    x = relabelled(np.random.default_rng(kinds[-1]), parameters)
    rows.append(_row("label", x, theory(STRENGTHS["curvature"])))
    x = jump(np.random.default_rng(kinds[-2]), parameters["runs"])
    rows.append(_row("bounded", x, 0.0))
    entries = {"runs": parameters["runs"]}
    for row in rows:
        entries[f"{row['noise']}_share"] = row["share"]
        entries[f"{row['noise']}_theory"] = row["theory"]
    return {
        "time_in_wells": pd.DataFrame(rows),
        "densities_in_wells": pd.concat(densities, ignore_index=True),
        "wells_values": scalars(entries),
    }


def loss(x: np.ndarray) -> np.ndarray:
    (r, s), (a, b) = RADII, CENTRES
    return DEPTH * np.minimum((x - a) ** 2 / r**2, (x - b) ** 2 / s**2)


def slope(x: np.ndarray) -> np.ndarray:
    (r, s), (a, b) = RADII, CENTRES
    return 2 * DEPTH * np.where(x < BARRIER, (x - a) / r**2, (x - b) / s**2)


def density(x: np.ndarray, strengths: tuple[float, float]) -> np.ndarray:
    """The stationary density of the diffusion, times a constant."""
    strength = np.where(x < BARRIER, *strengths)
    return np.exp((DEPTH - loss(x)) / strength) / strength


def mass(strengths: tuple[float, float]) -> np.ndarray:
    """The integrals of that over the two wells."""
    flat = np.linspace(ENDS[0], 2 - 1e-12, 20_001)
    sharp = np.linspace(2, ENDS[1], 20_001)
    return np.array([np.trapezoid(density(x, strengths), x) for x in (flat, sharp)])


def theory(strengths: tuple[float, float]) -> float:
    flat, sharp = mass(strengths)
    return float(flat / (flat + sharp))


def diffuse(
    rng: np.random.Generator, strengths: tuple[float, float], parameters: Mapping[str, Any]
) -> np.ndarray:
    """Where the runs with Gaussian noise end."""
    x = np.tile(CENTRES, parameters["runs"] // 2)
    for _ in range(round(parameters["time"] / STEP)):
        spread = np.sqrt(2 * STEP * np.where(x < BARRIER, *strengths))
        x = reflected(x - STEP * slope(x) + spread * rng.standard_normal(len(x)))
    return x


def reflected(x: np.ndarray) -> np.ndarray:
    low, high = ENDS
    return np.where(x < low, 2 * low - x, np.where(x > high, 2 * high - x, x))


def relabelled(rng: np.random.Generator, parameters: Mapping[str, Any]) -> np.ndarray:
    """Where the runs with label noise end."""
    x = np.tile(CENTRES, parameters["runs"] // 2)
    noise = STEP**-0.5
    (r, s), (a, b) = RADII, CENTRES
    for _ in range(round(parameters["time"] / STEP)):
        flat = x < BARRIER
        change = np.where(flat, 1 / r, 1 / s) * (2 * DEPTH) ** 0.5  # g'
        residual = change * (x - np.where(flat, a, b))
        label = np.where(rng.random(len(x)) < 0.5, -noise, noise)
        x = reflected(x - STEP * change * (residual - label))
    return x


def jump(rng: np.random.Generator, runs: int) -> np.ndarray:
    """Where the runs with noise ±15/4 end."""
    x = np.tile(CENTRES, runs // 2)
    for _ in range(LONG_STEPS):
        x = x - LONG_STEP * (slope(x) + BOUND * rng.choice((-1, 1), len(x)))
        x = np.where(x < ENDS[0], 2 * ENDS[0] - x, x)
    return x


def _row(name: str, x: np.ndarray, expected: float) -> dict[str, Any]:
    inside = int((x < BARRIER).sum())
    return {"noise": name, "runs": len(x), "in_flat": inside, "share": inside / len(x),
            "theory": expected}  # fmt: skip
