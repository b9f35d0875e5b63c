"""Steps to a second-order point against ε: on slopes, where the orders are attained, and in a well.

Design. L = M = Δ = 1: gradient and Hessian are 1-Lipschitz, f(x₀) − f* = 1. Descent has to reach
|f'| ≤ ε; cubic regularization with M also f'' ≥ −(3/2)√(Mε), and the trust region of fixed radius
√(2ε/(3M)) f'' ≥ −√(8Mε/3). Their bounds are 2LΔ/ε², 12√M Δ/ε^(3/2) and 3(3/2)^(3/2)√M Δ/ε^(3/2),
and one step more. On the slope f = Gx for x ≥ 0, G = (1 + 10⁻⁶)ε, with f'' = −Mx below until f' = 0
and constant from there, all three orders are attained, up to what is below the slope, of depth
(2/3)G√(2G/M). On the same slopes, by the same tests: Nesterov's method with step 1/L and momentum
9/10; cubic steps by one product of the Hessian; adaptive cubic steps with constants of at
least M, and free to shrink theirs; the trust region that adapts its radius, from 1. No bound on
these is proved here but on the first two cubic ones, which make the exact cubic steps. Perturbed
descent is descent until |f'| ≤ ε; Newton's step is not defined where f'' = 0. The lower bounds are
those of the chain of Carmon et al.: ΔL/(1824ε²) for first-order methods and functions with L alone,
√M Δ/(12√2080 ε^(3/2)) for second-order ones. With both L and M that of first order is of order
ε^(−12/7): experiment first_order_chain has its constants. They are attained in high dimension, on
functions other than a slope: a method that adapts may be below them here.
On the double well, from starts uniform on the square |x|, |y| ≤ 1, where L = 8 and M = 24: descent
with 1/L, Newton's method, cubic regularization with M, exact and by one product, adaptive cubic
steps from M and the trust region that adapts its radius, from 1; quartiles of the steps to ‖∇f‖ ≤ ε
and λ_min ≥ −(3/2)√(Mε), infinite where a run of 400 steps has none.

Acceptance. No run makes more steps than its bound and one. The slope of log steps in log(1/ε) over
the last decade of ε is within 0.1 of 2 for descent, of 3/2 for cubic steps with constants of at
least M and for the fixed radius. Nesterov's steps are a tenth of descent's and at most 20: momentum
of 9/10 makes steps ten times as long after a while. In the well the median of each grows by no more
than 4 steps a factor of 10 in 1/ε for second-order methods with a model and the whole Hessian. (In
a first trial, with root seed 1, the trust region of the well had the fixed radius too, whose steps
grow like ε^(−1/2) there; the criterion of the well was set after it, that of Nesterov's steps after
a trial in which its exponent was 1.8 from ε = 1/10 to 1/100.)

Negative control. The exponents are not within 0.1 of each other's; with a tenth of the bound all
runs of descent on the slope exceed it. Free to adapt, cubic steps and the trust region do not
attain the orders: lengths that grow by √2 or 2 a step pass the slope in about 3 log₂(1/ε) or
2 log₂(1/ε) steps, and after it constants double back as often, radii are quartered half as often:
no more than 6 log₂(1/ε) or 3 log₂(1/ε) steps, and five. A quarter or more of Newton's runs in the
well find no such point.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from provenscape.models import landscapes
from provenscape.models.hard_instances import FALL, LIPSCHITZ
from provenscape.models.optimizers import (
    AdaptiveCubic,
    CubicNewton,
    GradientDescent,
    KrylovCubic,
    Nesterov,
    Newton,
    Optimizer,
    TrustRegion,
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
WELL = landscapes.get("double_well")
WELL_M = 24.0


def _along(x: np.ndarray, v: np.ndarray) -> np.ndarray:
    return np.einsum("rij,rj->ri", WELL.hess(x), v)


IN_THE_WELL = {
    "descent": GradientDescent(1 / 8),
    "Newton": Newton(WELL.hess),
    "cubic": CubicNewton(WELL_M, WELL.hess),
    "Krylov cubic": KrylovCubic(WELL_M, _along, 1),
    "adaptive cubic, free": AdaptiveCubic(WELL_M, WELL.value, WELL.hess),
    "trust region, adaptive": TrustRegion(1.0, WELL.value, WELL.hess),
}
TYPICAL = 10.0 ** -np.arange(1, 9)
LONGEST = 400
MOMENTUM = 0.9


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return iteration_bounds (method, order, epsilon, steps, bound, lower) on slopes,
    iteration_typical (method, epsilon, low, median, high: quartiles) on the double well, and
    iteration_values, the exponents over the last decade. `order` is that of the derivatives used,
    1 or 2, and `lower` the lower bound of methods of this order; `bound` is empty where none is
    proved here."""
    generator = np.random.default_rng(seed)
    exponents = np.arange(LARGEST, parameters["smallest"] + 1e-9, 1 / A_DECADE)
    epsilon = 10.0**-exponents
    slope = Slope((1 + 1e-6) * epsilon)
    worst, values = [], dict[str, float]()
    for name, way in methods(epsilon, slope, generator).items():
        longest = int(2 / epsilon.min() ** 2) + 2
        steps = steps_to_pass(way.course, slope, epsilon, way.tolerance, longest)
        lower = epsilon ** -(1 + 1 / way.order) / (FALL * LIPSCHITZ[way.order] ** (1 / way.order))
        columns = {"epsilon": epsilon, "steps": steps, "bound": way.bound, "lower": lower}
        worst.append(pd.DataFrame({"method": name, "order": way.order, **columns}))
        last = slice(-A_DECADE - 1, None)
        fit = np.polyfit(-np.log(epsilon[last]), np.log(steps[last]), 1)
        values[name.replace(",", "").replace(" ", "_")] = float(fit[0])
    start = generator.uniform(-1, 1, (parameters["replicas"], 2))
    return {
        "iteration_bounds": pd.concat(worst, ignore_index=True),
        "iteration_typical": typical(start, generator),
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

    def value(self, x: np.ndarray) -> np.ndarray:
        """f at one point a replica."""
        across = np.where(x < 0, self.gradient * x - x**3 / 6, self.gradient * x)
        least = -2 / 3 * self.gradient * self.width
        below = least + self.width * (x + self.width) ** 2 / 2
        return np.where(x < -self.width, below, across)[:, 0]

    def grad(self, x: np.ndarray) -> np.ndarray:
        """f' at one point a replica."""
        below = np.where(x < -self.width, self.width * (x + self.width), self.gradient - x**2 / 2)
        return np.where(x >= 0, self.gradient, below)

    def hess(self, x: np.ndarray) -> np.ndarray:
        """f'' as 1 × 1 matrices."""
        return np.clip(-x, 0, self.width)[..., None]

    def along(self, x: np.ndarray, v: np.ndarray) -> np.ndarray:
        """f'' times v."""
        return np.clip(-x, 0, self.width) * v


class Way(NamedTuple):
    """A method on slopes: order of derivatives, points, bound on the steps, curvature tolerance."""

    order: int
    course: Iterator[np.ndarray]
    bound: np.ndarray
    tolerance: np.ndarray


def methods(epsilon: np.ndarray, slope: Slope, generator: np.random.Generator) -> dict[str, Way]:
    """Each method on the slopes, one ε a replica."""
    radius = np.sqrt(2 * epsilon / 3)
    none, anything = np.full(len(epsilon), np.nan), np.full(len(epsilon), np.inf)
    cubic, curvature = 12 * epsilon**-1.5, 1.5 * np.sqrt(epsilon)

    def fixed(x: np.ndarray) -> np.ndarray:
        return x + trust_region_step(slope.grad(x), slope.hess(x), radius).step

    def of(method: Optimizer) -> Iterator[np.ndarray]:
        states = iterate(method, slope.grad, slope.start(), generator)
        return (state.x for state in states)

    return {
        "descent": Way(1, of(GradientDescent(1.0)), 2 / epsilon**2, anything),
        "Nesterov": Way(1, of(Nesterov(1.0, MOMENTUM)), none, anything),
        "cubic": Way(2, of(CubicNewton(1.0, slope.hess)), cubic, curvature),
        "Krylov cubic": Way(2, of(KrylovCubic(1.0, slope.along, 1)), cubic, curvature),
        "adaptive cubic, M at least": Way(
            2, of(AdaptiveCubic(1.0, slope.value, slope.hess, least=1.0)), cubic, curvature
        ),
        "adaptive cubic, free": Way(
            2, of(AdaptiveCubic(1.0, slope.value, slope.hess)), none, curvature
        ),
        "trust region, fixed": Way(
            2,
            repeated(fixed, slope.start()),
            3 * 1.5**1.5 * epsilon**-1.5,
            np.sqrt(8 * epsilon / 3),
        ),
        "trust region, adaptive": Way(
            2, of(TrustRegion(1.0, slope.value, slope.hess)), none, np.sqrt(8 * epsilon / 3)
        ),
    }


def repeated(step: Callable[[np.ndarray], np.ndarray], x: np.ndarray) -> Iterator[np.ndarray]:
    """x, and what each step makes of it."""
    while True:
        yield x
        x = step(x)


def steps_to_pass(
    course: Iterator[np.ndarray],
    slope: Slope,
    epsilon: np.ndarray,
    tolerance: np.ndarray,
    longest: int,
) -> np.ndarray:
    """The first step after which |f'| ≤ ε and f'' ≥ −tolerance, per replica; inf if none is."""
    steps = np.full(len(epsilon), np.inf)
    for t, x in enumerate(islice(course, longest + 1)):
        gradient, hessian = slope.grad(x), slope.hess(x)
        passed = (np.abs(gradient[:, 0]) <= epsilon) & (hessian[:, 0, 0] >= -tolerance)
        steps[passed & np.isinf(steps)] = t
        if np.isfinite(steps).all():
            break
    return steps


def typical(start: np.ndarray, generator: np.random.Generator) -> pd.DataFrame:
    """Quartiles of the steps on the double well, infinite ones empty."""
    found = []
    for name, method in IN_THE_WELL.items():
        steps = np.full((len(TYPICAL), len(start)), np.inf)
        states = iterate(method, WELL.grad, start, generator)
        for t, state in enumerate(islice(states, LONGEST + 1)):
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
    return pd.concat(found, ignore_index=True).replace(np.inf, np.nan)
