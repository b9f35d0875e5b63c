"""More columns than the rank needs: how often descent fits, and how often it recovers the matrix.

Design. The 5 × 5 matrix of ones, of rank one, is completed by UUᵀ with U of r = 1 … 4 columns.
    all       all entries observed
    path      the entries next to the diagonal and every other one on it: they determine x up to its
              sign, and at r = 1 there are spurious minima (proved for 3 × 3)
    random    each entry on and above the diagonal with probability 1/2, and the first two entries
              of the first row always; they need not determine the matrix
Gradient descent from standard normal starts, step 1/50, 3000 steps, one instance each. A run fits
if its loss ends below 10⁻³, and recovers if then ‖UUᵀ − M‖ < ‖M‖/20. (The first design had 10⁻⁶:
with more columns than the rank the minima are degenerate and the loss falls only like 1/t², as a
trial seed showed; the spurious minima have losses of order one.)

Acceptance. On path the share of fits at r = 1 is below 3/4, and from r = 2 on above 19/20; there
fewer than 1/4 of the runs recover the matrix.

Negative control. With all entries observed there are no spurious minima, and nothing is left open:
the shares of fits and recoveries are above 19/20 at every r, and the test is failed.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from provenscape.claims.statistics import share
from provenscape.models import landscapes
from provenscape.models.optimizers import GradientDescent, after

TABLES = ("rank_shares",)
PARAMETERS = {
    "quick": {"replicas": 100, "ranks": [1, 2]},
    "full": {"replicas": 400, "ranks": [1, 2, 3, 4]},
}

SIZE = 5
FIT, RECOVERED = 1e-3, 1 / 20
ETA, STEPS = 1 / 50, 3_000
SETTINGS = ("all", "path", "random")


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return rank_shares: setting, rank, fits, recovered, trials, and for both the share, low and
    high ends of the exact binomial interval at the project's confidence."""
    generator = np.random.default_rng(seed)
    ones, rows = np.ones((SIZE, SIZE), dtype=int), []
    for name in SETTINGS:
        mask = observed(name, generator)
        for rank in parameters["ranks"]:
            landscape = landscapes.symmetric_matrix_completion(mask.tolist(), ones.tolist(), rank)
            start = generator.normal(size=(parameters["replicas"], landscape.dimension))
            end = after(GradientDescent(ETA), landscape.grad, start, STEPS).x
            fits = landscape.value(end) < FIT
            U = end.reshape(len(end), SIZE, rank)
            gap = np.linalg.norm(U @ U.swapaxes(1, 2) - ones, axis=(1, 2))
            recovered = fits & (gap < RECOVERED * SIZE)
            row = {"setting": name, "rank": rank}
            again = {f"r_{part}": value for part, value in share(recovered).items()}
            rows.append(row | share(fits) | again)
    return {"rank_shares": pd.DataFrame(rows)}


def observed(name: str, generator: np.random.Generator) -> np.ndarray:
    """The symmetric mask of a completion."""
    if name == "all":
        return np.ones((SIZE, SIZE), dtype=int)
    if name == "path":
        band = np.eye(SIZE, k=1, dtype=int) + np.eye(SIZE, k=-1, dtype=int)
        return band + np.diag((np.arange(SIZE) + 1) % 2)
    upper = np.triu(generator.random((SIZE, SIZE)) < 1 / 2).astype(int)
    upper[0, :2] = 1
    return np.maximum(upper, upper.T)
