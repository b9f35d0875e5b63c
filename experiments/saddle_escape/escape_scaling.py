"""How the steps to leave one strict saddle grow with accuracy, dimension and curvature.

Design. f(x) = ½ (x₁² + … + x_{d−1}² − γ x_d²), η = 1/4, start uniform on the ball B(0, r), and T
the first step with |x_d| ≥ 1. With a = ηγ the law is exact: T > t iff |x_d(0)| < (1 + a)^(−t), and
(x_d(0)/r)² has the beta law with parameters ½ and (d + 1)/2. Parts, other parameters d = 2,
γ = 1/2, r = 10⁻³ where not varied; the mean of T is regressed on the regressor named:
    radius     r = 10⁻¹ … 10⁻⁸ on log(1/r); slope 1/log(1 + a)
    dimension  d = 2⁴ … on log d; slope tends to 1/(2 log(1 + a)), as |x_d| is of order r/√d
    curvature  γ = 2⁻² … 2⁻⁷: log T on log γ; exponent tends to −1
    accuracy   γ = √ε and r = ε, as the theory couples them (ρ = 1): T log(1 + η√ε) on log(1/ε);
               slope 1, so that T is of order ε^(−1/2) log(1/ε)
    noise      noisy descent from the saddle itself, σ = 10⁻¹ … 10⁻⁸ on log(1/σ); slope 1/log(1 + a)
The gradient is written out, as a symbolic f of 2048 variables would serve nobody.

Acceptance. The interval of every slope, Student's at the project's confidence, holds the exact
law's own; for noise the asymptotic one. At d = 64 and r = 10⁻³ at least 98 % of replicas leave
within 1 + log(100 √d/r)/log(1 + a) steps: one saddle costs a logarithm.

Negative control. Adam's slope in log(1/r) excludes that of gradient descent; the intervals for
radius and dimension exclude each other's slope; with γ = 1/3 and the budget of γ = 1/2 the 98 %
are failed, by about half of the replicas. (With γ = 1/8 no replica could be out by then.)
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
import pandas as pd
from scipy import stats

from provenscape.claims.statistics import counts, half_width, slope
from provenscape.models.optimizers import (
    Adam,
    GradientDescent,
    NoisyGradientDescent,
    Optimizer,
    iterate,
    uniform_ball,
)
from provenscape.study.tables import scalars

TABLES = ("escape_scaling", "escape_slopes", "escape_scaling_values", "single_saddle_counts")
PARAMETERS = {
    "quick": {"replicas": 400, "largest_power": 8, "trials": 8_000},
    "full": {"replicas": 1_000, "largest_power": 11, "trials": 20_000},
}

ETA = 1 / 4
GAMMA = 1 / 2
RADIUS = 1e-3
LONGEST = 60_000
SINGLE_DIMENSION = 64
RADII = 10.0 ** -np.arange(1, 9)
CURVATURES = 2.0 ** -np.arange(2, 8)
ACCURACIES = 10.0 ** -np.arange(2, 6)


Sampler = Callable[[float], np.ndarray]


@dataclass(frozen=True)
class Part:
    """One regression: what is varied, on what, how T is sampled, its exact mean if there is one."""

    name: str
    values: np.ndarray
    regressor: np.ndarray
    sample: Sampler
    exact: Callable[[float], float] | None
    limit: float
    log: bool = False  # whether the logarithm of the mean is regressed


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return escape_scaling (part, parameter, regressor, mean, error, exact), escape_slopes
    (part, slope, low, high, exact, limit), the same as name and value, and single_saddle_counts.

    `mean` is that of the sampled times, `error` its standard error; `exact` is empty for noise and
    Adam. `limit` is the slope that the docstring gives.
    """
    generator = np.random.default_rng(seed)
    rows, slopes = [], []
    for part in parts(parameters, generator):
        samples = np.array([part.sample(value) for value in part.values])
        exact = np.array([part.exact(v) if part.exact else np.nan for v in part.values])
        rows.append(
            pd.DataFrame(
                {
                    "part": part.name,
                    "parameter": part.values,
                    "regressor": part.regressor,
                    "mean": samples.mean(axis=1),
                    "error": samples.std(axis=1) / math.sqrt(samples.shape[1]),
                    "exact": exact,
                }
            )
        )
        slopes.append(fitted(part, samples, exact))
    return {
        "escape_scaling": pd.concat(rows, ignore_index=True),
        "escape_slopes": pd.DataFrame(slopes),
        "escape_scaling_values": scalars(
            {
                f"{row['part']}_{name}": row[name]
                for row in slopes
                for name in ("slope", "low", "high", "exact")
            }
        ),
        "single_saddle_counts": single_saddle(parameters["trials"], generator),
    }


def parts(parameters: Mapping[str, Any], generator: np.random.Generator) -> list[Part]:
    """The regressions of the docstring."""
    replicas = parameters["replicas"]
    dimensions = 2.0 ** np.arange(4, parameters["largest_power"] + 1)
    rate = math.log1p(ETA * GAMMA)

    def times(dimension: float, gamma: float, radius: float, method: Optimizer) -> np.ndarray:
        start = uniform_ball(generator, replicas, int(dimension), radius)
        return first_exit(method, gamma, start, generator)

    def noisy(sigma: float) -> np.ndarray:
        method = NoisyGradientDescent(ETA, sigma)
        return first_exit(method, GAMMA, np.zeros((replicas, 2)), generator)

    def coupled(epsilon: float) -> tuple[float, float]:
        return math.sqrt(epsilon), math.log1p(ETA * math.sqrt(epsilon))

    plain, adam = GradientDescent(ETA), Adam(ETA, epsilon=1e-12)
    return [
        Part(
            "radius",
            RADII,
            -np.log(RADII),
            lambda r: times(2, GAMMA, r, plain),
            lambda r: exact_mean(2, GAMMA, r),
            1 / rate,
        ),
        Part(
            "dimension",
            dimensions,
            np.log(dimensions),
            lambda d: times(d, GAMMA, RADIUS, plain),
            lambda d: exact_mean(d, GAMMA, RADIUS),
            1 / (2 * rate),
        ),
        Part(
            "curvature",
            CURVATURES,
            np.log(CURVATURES),
            lambda g: times(2, g, RADIUS, plain),
            lambda g: exact_mean(2, g, RADIUS),
            -1,
            log=True,
        ),
        Part(
            "accuracy",
            ACCURACIES,
            -np.log(ACCURACIES),
            lambda e: times(2, coupled(e)[0], e, plain) * coupled(e)[1],
            lambda e: exact_mean(2, coupled(e)[0], e) * coupled(e)[1],
            1,
        ),
        Part("noise", RADII, -np.log(RADII), noisy, None, 1 / rate),
        Part("Adam", RADII, -np.log(RADII), lambda r: times(2, GAMMA, r, adam), None, 0),
    ]


def first_exit(
    method: Optimizer, gamma: float, start: np.ndarray, generator: np.random.Generator
) -> np.ndarray:
    """The first step with |x_d| ≥ 1 of each replica.

    Raises RuntimeError if a replica is not out within LONGEST steps, as none of the design is.
    """
    curvature = np.ones(start.shape[1])
    curvature[-1] = -gamma
    steps = np.full(len(start), -1)
    states = iterate(method, lambda x: curvature * x, start, generator)
    for t, state in enumerate(islice(states, LONGEST + 1)):
        steps[(steps < 0) & (np.abs(state.x[:, -1]) >= 1)] = t
        if (steps >= 0).all():
            return steps
    raise RuntimeError(f"{np.count_nonzero(steps < 0)} replicas stay longer than {LONGEST} steps")


def exact_mean(dimension: float, gamma: float, radius: float) -> float:
    """E T = Σ P(T > t) for gradient descent from the ball, t from 0 on."""
    edge = (1 + ETA * gamma) ** -np.arange(float(LONGEST)) / radius
    return float(stats.beta.cdf(np.minimum(edge, 1) ** 2, 1 / 2, (dimension + 1) / 2).sum())


def fitted(part: Part, samples: np.ndarray, exact: np.ndarray) -> dict[str, Any]:
    """The slope of a part with its interval, and those that it should have."""

    def of_means(means: np.ndarray) -> float:
        return float(slope(part.regressor, np.log(means) if part.log else means))

    means = samples.mean(axis=1)
    weights = slope(part.regressor, np.eye(len(means)))
    width = half_width(samples, weights / means if part.log else weights)
    return {
        "part": part.name,
        "slope": of_means(means),
        "low": of_means(means) - width,
        "high": of_means(means) + width,
        "exact": of_means(exact),
        "limit": part.limit,
    }


def single_saddle(trials: int, generator: np.random.Generator) -> pd.DataFrame:
    """Counts of replicas that leave within the claim's budget, at γ = 1/2 and at γ = 1/3."""
    start = uniform_ball(generator, trials, SINGLE_DIMENSION, RADIUS)
    reach = math.log(100 * math.sqrt(SINGLE_DIMENSION) / RADIUS)
    budget = 1 + reach / math.log1p(ETA * GAMMA)
    plain = GradientDescent(ETA)
    times = {
        "curvature 1/2": first_exit(plain, GAMMA, start, generator),
        "curvature 1/3": first_exit(plain, 1 / 3, start, generator),
    }
    return counts({setting: steps <= budget for setting, steps in times.items()})
