"""Plain gradient descent on a chain of strict saddles: each one multiplies the steps.

Design. `landscapes.saddle_chain`, the construction of Du et al. (2017), with τ = 1, from starts
uniform on the cube [−½, ½]ⁿ. While coordinate i leaves its saddle by the factor 1 + 2ηγ a step, all
later ones shrink by 1 − 2ηL. If S_i steps are needed until |x_i| ≥ 2τ, then coordinate i + 1 must
regain what it lost in S_i steps, and up to a bounded number of steps
    S_{i+1} = (1 + κ) S_i,   κ = −log(1 − 2ηL)/log(1 + 2ηγ).
Three families: L = γ = 1 with η = 1/8 and η = 1/4 (the paper's step, 1/(4L)), and γ = 2, L = 1 with
η = 1/10; so many saddles that nothing underflows, as (1 − 2ηL)^S is the size of what is regained.
A replica not out at the end counts as infinitely slow, so medians stand.

Acceptance. The medians' ratios exceed 1 + κ, fall from saddle to saddle (up to 2 %, as steps are
whole numbers), and exceed it by at most 3 % at the last. With η = 1/8, S_6 ≥ (1 + κ)^5 S_1 in at
least 95 % of the runs. (The percentages of the ratios were set after trial runs with another seed.)

Negative control. Perturbed gradient descent on the same landscape and from the same starts fails
the 95 %; from the fifth saddle on, what each adds to its median differs by less than 35 %.
"""

import math
from collections.abc import Mapping
from itertools import islice
from typing import Any

import numpy as np
import pandas as pd

from provenscape import landscapes
from provenscape.kernel import Claim, Theorem, ge, real
from provenscape.landscapes import Landscape
from provenscape.optimizers import GradientDescent, Optimizer, PerturbedGradientDescent, iterate
from provenscape.statistics import counts, supported

TABLES = ("chain_steps", "chain_rates", "chain_counts")
PARAMETERS = {"quick": {"replicas": 400}, "full": {"replicas": 600}}

FAMILIES = (  # name, saddles, γ, L, η
    ("equal curvatures, step 1/8", 6, 1, 1, 1 / 8),
    ("equal curvatures, step 1/4", 6, 1, 1, 1 / 4),
    ("repulsion twice attraction, step 1/10", 8, 2, 1, 1 / 10),
)
LONGEST = 1800
LONGEST_PERTURBED = 600
HALF_SIDE = 0.5
LEFT = 2.0  # |x_i| = 2τ

p = real("p")
claim = Claim(
    id="a-chain-of-saddles-costs-an-exponential",
    items=("N-37",),
    says="On a chain of six strict saddles plain gradient descent needs at least (1 + κ)⁵ times "
    "the steps of the first saddle, κ = −log(1 − 2ηL)/log(1 + 2ηγ), with probability at least "
    "95 %.",
    given={},
    then=ge(100 * p, 95),
    scope="the construction of Du et al. (2017) with γ = L = τ = 1 and step 1/8 (1 + κ = 2.29); "
    "starts uniform on the cube of side 1 about the first saddle",
)


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return chain_steps (family, method, saddle, low, median, high: quartiles of the steps until
    the saddle is left; infinite ones are empty), chain_rates (family, saddle, ratio of medians to
    the saddle before, limit) and chain_counts."""
    tables, rates, outcomes = [], [], {}
    for (name, count, gamma, attraction, eta), stream in zip(
        FAMILIES, seed.spawn(len(FAMILIES)), strict=True
    ):
        generator = np.random.default_rng(stream)
        chain = landscapes.saddle_chain(count, gamma, attraction)
        start = generator.uniform(-HALF_SIDE, HALF_SIDE, (parameters["replicas"], count))
        plain = steps_to_leave(chain, GradientDescent(eta), start, LONGEST, generator)
        kicked = steps_to_leave(chain, perturbed(eta), start, LONGEST_PERTURBED, generator)
        limit = 1 - math.log1p(-2 * eta * attraction) / math.log1p(2 * eta * gamma)
        tables += [_quartiles(name, "plain", plain), _quartiles(name, "perturbed", kicked)]
        rates.append(_ratios(name, plain, limit))
        if name == FAMILIES[0][0]:
            outcomes = {
                method: steps[:, -1] >= limit ** (count - 1) * steps[:, 0]
                for method, steps in (("plain", plain), ("perturbed", kicked))
            }
    return {
        "chain_steps": pd.concat(tables, ignore_index=True),
        "chain_rates": pd.concat(rates, ignore_index=True),
        "chain_counts": counts(outcomes),
    }


def evidence(tables: Mapping[str, pd.DataFrame]) -> Theorem:
    """The share of the plain runs that are that slow."""
    return supported(claim, p, tables["chain_counts"], "plain")


def control(tables: Mapping[str, pd.DataFrame]) -> Theorem:
    """The share of the perturbed runs that are."""
    return supported(claim, p, tables["chain_counts"], "perturbed")


def perturbed(eta: float) -> PerturbedGradientDescent:
    """The perturbed method of both experiments on the chain: ε = r = 1/50, 20 steps of waiting."""
    return PerturbedGradientDescent(eta, epsilon=1 / 50, radius=1 / 50, waiting=20)


def steps_to_leave(
    chain: Landscape,
    method: Optimizer,
    start: np.ndarray,
    longest: int,
    generator: np.random.Generator,
) -> np.ndarray:
    """The first step with |x_i| ≥ 2τ, for each replica and i; infinite if none by `longest`."""
    steps = np.full(start.shape, np.inf)
    states = iterate(method, chain.grad, start, generator)
    for t, state in enumerate(islice(states, longest + 1)):
        steps[np.isinf(steps) & (np.abs(state.x) >= LEFT)] = t
        if np.isfinite(steps).all():
            break
    return steps


def _quartiles(family: str, method: str, steps: np.ndarray) -> pd.DataFrame:
    low, median, high = np.quantile(steps, [0.25, 0.5, 0.75], axis=0, method="higher")
    saddle = np.arange(1, steps.shape[1] + 1)
    table = {"saddle": saddle, "low": low, "median": median, "high": high}
    return pd.DataFrame({"family": family, "method": method, **table}).replace(np.inf, np.nan)


def _ratios(family: str, steps: np.ndarray, limit: float) -> pd.DataFrame:
    median = np.quantile(steps, 0.5, axis=0, method="higher")
    saddle = np.arange(2, steps.shape[1] + 1)
    ratio = median[1:] / median[:-1]
    return pd.DataFrame({"family": family, "saddle": saddle, "ratio": ratio, "limit": limit})
