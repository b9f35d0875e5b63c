"""One function for all accuracies on which a method is slow: exponents, measured and by theory.

Design. L = 1 or M = 1, slopes r_k = (k + 1)^(−p). Descent with step 1, Newton's method and a trust
region of radius 2 at first have p = 1/2 + η, cubic regularization with M, and the adaptive one that
may not go below M, p = 2/3 + η, η = 1/20, 1/8, 1/4: on the functions of `hard_instances.slow`,
which are bounded below as η > 0 (claims descent-is-slow-on-one-function,
newton-steps-are-slow-on-one-function, cubic-regularisation-is-slow-on-one-function). Steps until
‖∇f‖ ≤ ε, for ten ε a decade, from the 31st slope to the last but one. An exponent is the fitted
slope of log steps in log(1/ε), with the least and greatest that steps at ε and ε/2 allow. No random
numbers.

Acceptance. The gradient of the k-th iterate has the length r_k on the line and |(r_k, r_k²)| on the
plane, to 10⁻⁹ of it, for all k; each range of exponents includes 1/p and lies within 0.15 of it; f
falls by no more than the sums to infinity, 7/8·2p/(2p − 1), 2p/(2p − 1) and √2·3p/(3p − 2) in turn.

Negative control. Adaptive regularization whose constant may go down to 0 is not slow on the
function for M: it reaches the last ε in a tenth of the steps at most.
"""

from collections.abc import Mapping
from itertools import islice
from typing import Any

import numpy as np
import pandas as pd

from provenscape.models.hard_instances import SlowForCubic, SlowForDescent, SlowForNewton
from provenscape.models.optimizers import (
    AdaptiveCubic,
    CubicNewton,
    GradientDescent,
    Newton,
    Optimizer,
    TrustRegion,
    iterate,
)

TABLES = ("slow_functions", "slow_function_exponents", "slow_function_shapes")
PARAMETERS = {"quick": {"steps": 1_000}, "full": {"steps": 8_000}}

MARGINS = np.array([1 / 20, 1 / 8, 1 / 4])
FREE = "adaptive cubic, free"
FIRST = 30  # the slope from which on exponents are measured
A_DECADE = 10
LONGEST_FREE = 100
SHAPES: dict[str, tuple[type[SlowForDescent] | type[SlowForCubic], float]] = {
    "descent": (SlowForDescent, 1 / 2),
    "cubic": (SlowForCubic, 2 / 3),
}
CELLS = 6  # of a function that are drawn
Function = SlowForDescent | SlowForCubic | SlowForNewton


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return slow_functions (method, margin, epsilon, steps), slow_function_exponents (method,
    margin, exponent, low, high, theory, missed, fall, most) and slow_function_shapes (function, x,
    slope, curvature, iterate). `missed` is the largest relative distance of a gradient's length
    from that of the construction, `fall` the descent, `most` its bound; free runs leave the part
    of the function that is made for so many steps, so that they have none."""
    count = parameters["steps"]
    k = np.arange(1, count + 2)
    points, exponents = [], []
    for name, (least, make, method, bound) in settings().items():
        p = least + MARGINS
        f = make(k ** -p[:, None])
        norms, falls = gradients(method(f), f, count if name != FREE else min(count, LONGEST_FREE))
        wanted = sizes(f)[:, :count]
        for margin, power, norm, size, fall in zip(MARGINS, p, norms, wanted, falls, strict=True):
            epsilon = 10 ** np.arange(
                np.log10(size[FIRST]), np.log10(size[-2]) - 1e-9, -1 / A_DECADE
            )
            steps = np.argmax(norm <= epsilon[:, None] * (1 + 1e-9), axis=1)
            columns = {"method": name, "margin": margin, "epsilon": epsilon, "steps": steps}
            points.append(pd.DataFrame(columns))
            missed = abs(norm / size[: len(norm)] - 1).max()
            low, fitted, high = slopes(epsilon, steps)
            row = (name, margin, fitted, low, high, 1 / power, missed, fall, bound(power))
            exponents.append(row)
    names = ["method", "margin", "exponent", "low", "high", "theory", "missed", "fall", "most"]
    return {
        "slow_functions": pd.concat(points, ignore_index=True),
        "slow_function_exponents": pd.DataFrame(exponents, columns=names),
        "slow_function_shapes": pd.concat([shape(name) for name in SHAPES], ignore_index=True),
    }


def settings() -> dict[str, tuple[Any, ...]]:
    """Of each method what p exceeds, the function, the method, and the bound of its fall."""
    square, power = (lambda p: 2 * p / (2 * p - 1)), (lambda p: 2**0.5 * 3 * p / (3 * p - 2))
    return {
        "descent": (
            1 / 2, SlowForDescent, lambda f: GradientDescent(1.0), lambda p: 7 / 8 * square(p),
        ),
        "Newton": (1 / 2, SlowForNewton, lambda f: Newton(f.hess), square),
        "trust region": (
            1 / 2, SlowForNewton, lambda f: TrustRegion(2.0, f.value, f.hess), square,
        ),
        "cubic": (2 / 3, SlowForCubic, lambda f: CubicNewton(1.0, f.hess), power),
        "adaptive cubic": (
            2 / 3, SlowForCubic, lambda f: AdaptiveCubic(1.0, f.value, f.hess, least=1.0), power,
        ),
        FREE: (2 / 3, SlowForCubic, lambda f: AdaptiveCubic(1.0, f.value, f.hess), power),
    }  # fmt: skip


def gradients(method: Optimizer, f: Function, count: int) -> tuple[np.ndarray, np.ndarray]:
    """The gradients' norms of so many iterates, (replicas, count), and how far f has fallen."""
    norms = np.empty((count, len(f.slopes)))
    for k, state in enumerate(islice(iterate(method, f.grad, f.start()), count)):
        norms[k] = np.linalg.norm(f.grad(state.x), axis=1)
    inside = np.full(len(f.slopes), np.nan) if len(norms) == LONGEST_FREE else f.value(state.x)
    return norms.T, f.value(f.start()) - inside


def sizes(f: Function) -> np.ndarray:
    """The norms of the gradients at the iterates of the construction."""
    r = f.slopes
    return np.sqrt(r**2 + r**4) if isinstance(f, SlowForNewton) else r


def slopes(epsilon: np.ndarray, steps: np.ndarray) -> tuple[float, float, float]:
    """The least, the fitted and the greatest exponent of steps in 1/ε.

    A number of steps T says that the gradients are ε between T and T + 1, if they fall evenly.
    """
    octave = 3  # tenths of a decade
    x, low, high = -np.log(epsilon), np.log(steps), np.log(steps + 1)
    along = x[octave:] - x[:-octave]
    least = (low[octave:] - high[:-octave]) / along
    most = (high[octave:] - low[:-octave]) / along
    return float(least.min()), float(np.polyfit(x, low, 1)[0]), float(most.max())


def shape(name: str) -> pd.DataFrame:
    """|f'| and f'' along the first cells, for the least margin; iterates are marked."""
    make, least = SHAPES[name]
    slopes = np.arange(1, CELLS + 2) ** -(least + MARGINS[0])
    places = make(slopes[None]).places[0, :CELLS]
    x = np.union1d(np.linspace(0, places[-1], 401), places)
    f = make(np.tile(slopes, (len(x), 1)))
    slope = f.grad(x[:, None])[:, 0]
    ahead = f.grad(x[:, None] + 1e-6)[:, 0]
    return pd.DataFrame(
        {
            "function": name,
            "x": x,
            "slope": -slope,
            "curvature": (ahead - slope) / 1e-6,
            "iterate": np.isin(x, places),
        }
    )
