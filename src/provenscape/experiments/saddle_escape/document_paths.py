"""Paths near a saddle, for the documents' own pictures of it.

Design. On x² − y²: plain and perturbed gradient descent from the notes' start (0.05, 1.8) and from
a start on the axis y = 0; plain descent from a start off the axis by 1e−16; plain descent and
heavy ball from (3.8, 0), where ‖∇f‖ = 7.6 as on the module's read-out, and from a start off the
axis by 1e−3. On the double well: descent from its saddle after a nudge, and three patches of it.
Steps and radii are our choice; the documents give none.

Acceptance. Plain runs obey x_t = (1 − 2η)^t x₀ and y_t = (1 + 2η)^t y₀; only those with y₀ = 0
come nearer to the saddle at the end than they were at the start; the perturbed runs leave it.

Negative control. Without perturbation the run on the axis stays there.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from provenscape import landscapes
from provenscape.optimizers import (
    GradientDescent,
    HeavyBall,
    Optimizer,
    PerturbedGradientDescent,
    trajectory,
)

TABLES = (
    "header_surface",
    "header_paths",
    "header_values",
    "canonical_paths",
    "tiny_path",
    "canonical_values",
    "telemetry",
    "telemetry_values",
    "nudged_ball",
    "nudge_values",
    "well_patches",
    "well_patch_points",
    "well_patch_values",
)
PARAMETERS = {"quick": {"points": 31}, "full": {"points": 61}}

ETA = 0.1
EPSILON, RADIUS = 0.5, 0.1  # gradients below EPSILON are perturbed, by at most RADIUS
HEADER_STEPS, LONG_STEPS = 12, 36  # the header counts to 12
WORKED_START, AXIS_START = (0.05, 1.8), (1.8, 0.0)
TINY = 1e-16
TELEMETRY_ETA, BETA, OFFSET, TELEMETRY_STEPS = 0.05, 0.9, 1e-3, 120
NUDGE, BALL_ETA, BALL_STEPS = 0.03, 0.1, 14
PATCHES = {"slope": (0.55, 0.6), "saddle": (0.0, 0.0), "bowl": (1.0, 0.0)}
PATCH_RADIUS = 0.3


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return the tables named in TABLES; chance enters by the perturbations alone."""
    header, canonical = (np.random.default_rng(s) for s in seed.spawn(2))
    header_paths = _header(header)
    telemetry = _telemetry()
    patches, points = _patches(parameters["points"])
    return {
        "header_surface": _surface(parameters["points"]),
        "header_paths": header_paths,
        "header_values": _header_values(header_paths),
        **_canonical(canonical),
        "telemetry": telemetry,
        "telemetry_values": _telemetry_values(telemetry),
        "nudged_ball": _path(
            "ball", GradientDescent(BALL_ETA), (NUDGE, 0.0), BALL_STEPS, "double_well"
        ),
        "nudge_values": _values({"nudge": NUDGE, "eta": BALL_ETA, "steps": BALL_STEPS}),
        "well_patches": patches,
        "well_patch_points": points,
        "well_patch_values": _values(
            {
                f"{row['patch']}_{name}": row[name]
                for row in points.to_dict("records")
                for name in ("gradient", "eigenvalue")
            }
        ),
    }


def _path(
    name: str,
    optimizer: Optimizer,
    start: tuple[float, float],
    steps: int,
    landscape: str = "quadratic_saddle",
    generator: np.random.Generator | None = None,
) -> pd.DataFrame:
    """One run: run, step, x, y, z, gradient (norm), velocity (norm, 0 if there is none)."""
    f = landscapes.get(landscape)
    states = trajectory(optimizer, f.grad, np.array([start]), steps, generator)
    x = states.x[:, 0]
    velocity = states.memory.get("velocity", np.zeros_like(states.x))[:, 0]
    return pd.DataFrame(
        {
            "run": name,
            "step": np.arange(steps + 1),
            "x": x[:, 0],
            "y": x[:, 1],
            "z": f.value(x),
            "gradient": np.linalg.norm(f.grad(x), axis=-1),
            "velocity": np.linalg.norm(velocity, axis=-1),
        }
    )


def _values(entries: Mapping[str, float]) -> pd.DataFrame:
    return pd.DataFrame({"name": entries.keys(), "value": entries.values()})


def _surface(points: int) -> pd.DataFrame:
    x, y = (a.ravel() for a in np.meshgrid(*[np.linspace(-2, 2, points)] * 2))
    z = landscapes.get("quadratic_saddle").value(np.stack([x, y], axis=-1))
    return pd.DataFrame({"x": x, "y": y, "z": z})


def _header(generator: np.random.Generator) -> pd.DataFrame:
    plain, perturbed = GradientDescent(ETA), PerturbedGradientDescent(ETA, EPSILON, RADIUS)
    starts = {"worked": WORKED_START, "axis": AXIS_START}
    runs = [
        _path(f"{kind}, {place}", method, start, LONG_STEPS, generator=generator)
        for place, start in starts.items()
        for kind, method in (("plain", plain), ("perturbed", perturbed))
    ]
    paths = pd.concat(runs, ignore_index=True)
    return paths.assign(distance=np.hypot(paths["x"], paths["y"]))


def _header_values(paths: pd.DataFrame) -> pd.DataFrame:
    end = paths[paths["step"] == HEADER_STEPS].set_index("run")["distance"]
    return _values(
        {
            "eta": ETA,
            "epsilon": EPSILON,
            "radius": RADIUS,
            "steps": HEADER_STEPS,
            "factor": 1 + 2 * ETA,
            "worked_distance": end["plain, worked"],
            "axis_distance": end["plain, axis"],
        }
    )


def _canonical(generator: np.random.Generator) -> dict[str, pd.DataFrame]:
    start = (1.0, 0.0)
    plain = _path("plain", GradientDescent(ETA), start, LONG_STEPS)
    method = PerturbedGradientDescent(ETA, EPSILON, RADIUS / 2, waiting=LONG_STEPS)
    perturbed = _path("perturbed", method, start, LONG_STEPS, generator=generator)
    inside = perturbed[perturbed["y"].abs() <= 1.05]
    tiny = _path("tiny", GradientDescent(ETA), (start[0], TINY), 600)
    escaped = int((tiny["y"].abs() >= 1).idxmax())
    return {
        "canonical_paths": pd.concat([plain, inside], ignore_index=True),
        "tiny_path": tiny[tiny["step"] <= escaped],
        "canonical_values": _values(
            {
                "eta": ETA,
                "radius": RADIUS / 2,
                "perturbed_steps": int((perturbed["y"].abs() >= 1).idxmax()),
                "tiny": TINY,
                "tiny_steps": escaped,
            }
        ),
    }


def _telemetry() -> pd.DataFrame:
    methods = {
        "gradient descent": GradientDescent(TELEMETRY_ETA),
        "heavy ball": HeavyBall(TELEMETRY_ETA, BETA),
    }
    starts = {"on the axis": 0.0, "off the axis": OFFSET}
    runs = [
        _path(name, method, (3.8, y), TELEMETRY_STEPS).assign(start=place)
        for place, y in starts.items()
        for name, method in methods.items()
    ]
    runs = [run[run["y"].abs() <= 4] for run in runs]
    return pd.concat(runs, ignore_index=True)


def _telemetry_values(runs: pd.DataFrame) -> pd.DataFrame:
    ball = runs[(runs["run"] == "heavy ball") & (runs["start"] == "on the axis")]
    leaves = {
        name: int(run[run["y"].abs() >= 1]["step"].iloc[0])
        for name, run in runs[runs["start"] == "off the axis"].groupby("run")
    }
    return _values(
        {
            "eta": TELEMETRY_ETA,
            "beta": BETA,
            "offset": OFFSET,
            "first_gradient": ball["gradient"].iloc[0],
            "first_velocity": ball["velocity"].iloc[0],
            "top_velocity": ball["velocity"].max(),
            "last_velocity": ball["velocity"].iloc[-1],
            "last_step": ball["step"].iloc[-1],
            "descent_leaves": leaves["gradient descent"],
            "ball_leaves": leaves["heavy ball"],
        }
    )


def _patches(points: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    well = landscapes.get("double_well")
    side = np.linspace(-PATCH_RADIUS, PATCH_RADIUS, points // 2 | 1)
    offset = np.stack([a.ravel() for a in np.meshgrid(side, side)], axis=-1)
    tables = []
    for name, centre in PATCHES.items():
        place = offset + centre
        x, y = place.T
        tables.append(pd.DataFrame({"patch": name, "x": x, "y": y, "z": well.value(place)}))
    centres = np.array(list(PATCHES.values()))
    spectrum = np.linalg.eigvalsh(well.hess(centres))
    steepest = well.grad(centres)
    at = pd.DataFrame(
        {
            "patch": list(PATCHES),
            "x": centres[:, 0],
            "y": centres[:, 1],
            "z": well.value(centres),
            "gradient": np.linalg.norm(steepest, axis=-1),
            "eigenvalue": spectrum[:, 0],
        }
    )
    return pd.concat(tables, ignore_index=True), at
