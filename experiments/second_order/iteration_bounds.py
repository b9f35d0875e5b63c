"""Steps to a second-order point against ε: on slopes, where the orders are attained, and in a well.

Design. L = M = Δ = 1: gradient and Hessian are 1-Lipschitz, f(x₀) − f* = 1. Descent has to reach
|f'| ≤ ε; cubic regularisation with M also f'' ≥ −(3/2)√(Mε), and the trust region of fixed radius
√(2ε/(3M)) f'' ≥ −√(8Mε/3). Their bounds are 2LΔ/ε², 12√M Δ/ε^(3/2) and 3(3/2)^(3/2)√M Δ/ε^(3/2),
and one step more. On the slope f = Gx for x ≥ 0, G = (1 + 10⁻⁶)ε, with f'' = −Mx below until f' = 0
and constant from there, all three orders are attained, up to what is below the slope, of depth
(2/3)G√(2G/M). On the double well, from starts uniform on the square |x|, |y| ≤ 1, where L = 8 and M
= 24: descent with 1/L, cubic regularisation with M, and the trust region that adapts its radius,
from 1; quartiles of the steps to ‖∇f‖ ≤ ε and λ_min ≥ −(3/2)√(Mε).

Acceptance. No run makes more steps than its bound and one. The slope of log steps in log(1/ε) over
the last decade of ε is within 0.1 of 2 for descent and of 3/2 for the others. In the well the
median of each grows by no more than 4 steps a factor of 10 in 1/ε for second-order methods. (In a
first trial, with root seed 1, the trust region of the well had the fixed radius too, whose steps
grow like ε^(−1/2) there; the criterion of the well was set after it.)

Negative control. The exponents are not within 0.1 of each other's; with a tenth of the bound all
runs of descent on the slope exceed it.
"""

from collections.abc import Callable, Mapping
from itertools import count, islice
from typing import Any

import numpy as np
import pandas as pd

from provenscape.models import landscapes
from provenscape.models.optimizers import (
    CubicNewton,
    GradientDescent,
    TrustRegion,
    cubic_step,
    iterate,
    trust_region_step,
)
from provenscape.study.tables import scalars

TABLES = ("iteration_bounds", "iteration_typical", "iteration_values")
PARAMETERS = {
    "quick": {"smallest": 2.0, "replicas": 200},
    "full": {"smallest": 2.75, "replicas": 2_000},
}

LARGEST = 0.75  # ε from 10^−0.75
A_DECADE = 8
CHAIN_M = 2080  # bounds the third derivatives of the chain of Carmon et al. (2020)
WELL = landscapes.get("double_well")
WELL_M = 24.0
IN_THE_WELL = {
    "descent": GradientDescent(1 / 8),
    "cubic": CubicNewton(WELL_M, WELL.hess),
    "trust region": TrustRegion(1.0, WELL.value, WELL.hess),
}
TYPICAL = 10.0 ** -np.arange(1, 9)
LONGEST = 400
Step = Callable[[np.ndarray, np.ndarray, np.ndarray], np.ndarray]


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return iteration_bounds (method, epsilon, steps, bound, lower) on slopes, iteration_typical
    (method, epsilon, low, median, high: quartiles) on the double well, and iteration_values, the
    exponents over the last decade. `lower` is the lower bound of second-order methods."""
    exponents = np.arange(LARGEST, parameters["smallest"] + 1e-9, 1 / A_DECADE)
    epsilon = 10.0**-exponents
    slope = Slope((1 + 1e-6) * epsilon)
    lower = epsilon**-1.5 / (12 * np.sqrt(CHAIN_M))
    worst, values = [], dict[str, float]()
    for name, (step, bound, tolerance) in methods(epsilon).items():
        steps = steps_to_pass(step, slope, epsilon, tolerance, int(bound.max()) + 2)
        columns = {"epsilon": epsilon, "steps": steps, "bound": bound, "lower": lower}
        worst.append(pd.DataFrame({"method": name, **columns}))
        last = slice(-A_DECADE - 1, None)
        fit = np.polyfit(-np.log(epsilon[last]), np.log(steps[last]), 1)
        values[name.replace(" ", "_")] = float(fit[0])
    generator = np.random.default_rng(seed)
    start = generator.uniform(-1, 1, (parameters["replicas"], 2))
    return {
        "iteration_bounds": pd.concat(worst, ignore_index=True),
        "iteration_typical": typical(start),
        "iteration_values": scalars(values),
    }


class Slope:
    """f = Gx for x ≥ 0, Gx − x³/6 down to f' = 0, and a parabola from there: one G a replica."""

    def __init__(self, gradient: np.ndarray) -> None:
        self.gradient = gradient[:, None]
        self.width = np.sqrt(2 * self.gradient)

    def start(self) -> np.ndarray:
        """Where f(x₀) − f* = 1."""
        return (1 - 2 / 3 * self.gradient * self.width) / self.gradient

    def grad(self, x: np.ndarray) -> np.ndarray:
        """f' at one point a replica."""
        below = np.where(x < -self.width, self.width * (x + self.width), self.gradient - x**2 / 2)
        return np.where(x >= 0, self.gradient, below)

    def hess(self, x: np.ndarray) -> np.ndarray:
        """f'' as 1 × 1 matrices."""
        return np.clip(-x, 0, self.width)[..., None]


def methods(epsilon: np.ndarray) -> dict[str, tuple[Step, np.ndarray, np.ndarray]]:
    """The step of each method, its bound, and the tolerance of curvature; one ε a replica."""
    radius = np.sqrt(2 * epsilon / 3)
    return {
        "descent": (lambda x, g, h: x - g, 2 / epsilon**2, np.full(len(epsilon), np.inf)),
        "cubic": (
            lambda x, g, h: x + cubic_step(g, h, 1.0).step,
            12 * epsilon**-1.5,
            1.5 * np.sqrt(epsilon),
        ),
        "trust region": (
            lambda x, g, h: x + trust_region_step(g, h, radius).step,
            3 * 1.5**1.5 * epsilon**-1.5,
            np.sqrt(8 * epsilon / 3),
        ),
    }


def steps_to_pass(
    step: Step, slope: Slope, epsilon: np.ndarray, tolerance: np.ndarray, longest: int
) -> np.ndarray:
    """The first step after which |f'| ≤ ε and f'' ≥ −tolerance, per replica; inf if none is."""
    x, steps = slope.start(), np.full(len(epsilon), np.inf)
    for t in count():
        gradient, hessian = slope.grad(x), slope.hess(x)
        passed = (np.abs(gradient[:, 0]) <= epsilon) & (hessian[:, 0, 0] >= -tolerance)
        steps[passed & np.isinf(steps)] = t
        if np.isfinite(steps).all() or t == longest:
            break
        x = step(x, gradient, hessian)
    return steps


def typical(start: np.ndarray) -> pd.DataFrame:
    """Quartiles of the steps on the double well."""
    found = []
    for name, method in IN_THE_WELL.items():
        steps = np.full((len(TYPICAL), len(start)), np.inf)
        for t, state in enumerate(islice(iterate(method, WELL.grad, start), LONGEST + 1)):
            gradient = np.linalg.norm(WELL.grad(state.x), axis=-1)
            least = np.linalg.eigvalsh(WELL.hess(state.x))[:, 0]
            passed = (gradient <= TYPICAL[:, None]) & (
                least >= -1.5 * np.sqrt(WELL_M * TYPICAL[:, None])
            )
            steps[passed & np.isinf(steps)] = t
            if np.isfinite(steps).all():
                break
        low, median, high = np.quantile(steps, (0.25, 0.5, 0.75), axis=1, method="higher")
        columns = {"epsilon": TYPICAL, "low": low, "median": median, "high": high}
        found.append(pd.DataFrame({"method": name, **columns}))
    return pd.concat(found, ignore_index=True)
