"""First-order methods where gradient and Hessian are Lipschitz, counted against the lower bound.

Design. The chain of Carmon, Duchi, Hinder & Sidford (2021) with T + 1 coordinates from x = 0, for
several µ, each with the greatest T for which, stretched, L = L₂ = Δ = 1; its accuracy ε then is
that of the gradients longer than µ^(3/4)/4 before stretching, and T grows like ε^(−12/7) as µ
falls. The constants are certified by balls, the slope is proved: `models.hard_instances`. Counted
are the points at which a method asks for the gradient, Nesterov's x + βv, before the first with
|∇f| ≤ µ^(3/4)/4, and the coordinates found, x_i ≠ 0, at each. Step 1/(4 + 181µ), momentum 9/10. No
random numbers.

Acceptance. No method asks for fewer than T points, has more coordinates found than points asked
for before, or has |∇f| ≤ µ^(3/4)/4 while its last two are 0. Queries of each method grow with T.

Negative control. From x_i = ½ everywhere, where each gradient pushes all coordinates, fewer than T
are enough on the longest chain.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from provenscape.models.hard_instances import FirstOrderChain, fitted
from provenscape.models.optimizers import GradientDescent, HeavyBall, Nesterov, Optimizer
from provenscape.models.queries import asked
from provenscape.study.tables import scalars

TABLES = ("first_order_queries", "first_order_progress", "first_order_values")
PARAMETERS = {
    "quick": {"mu": (0.1, 0.05, 0.02)},
    "full": {"mu": (0.1, 0.05, 0.03, 0.02, 0.01, 0.007, 0.005, 0.003)},
}

MOMENTUM = 0.9
LONGEST = 200_000
DRAWN = 0.02  # the µ whose courses are drawn


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return first_order_queries (method, mu, length, accuracy, queries, found, least: the shortest
    gradient while the last two coordinates are 0, over the bound on it), first_order_progress
    (method, query, found) for one µ, and first_order_values (name, value)."""
    counts, courses = [], []
    for mu in parameters["mu"]:
        accuracy, length = fitted(mu)
        chain = FirstOrderChain(length, mu)
        for name, method in methods(chain).items():
            course = follow(chain, method, np.zeros((1, length + 1)))
            unfinished = course[course["found"] < length]
            counts.append(
                {
                    "method": name,
                    "mu": mu,
                    "length": length,
                    "accuracy": accuracy,
                    "queries": len(course) - 1,
                    "found": course["found"].iloc[-1],
                    "least": unfinished["gradient"].min() / chain.slope,
                }
            )
            if mu == DRAWN:
                courses.append(course.assign(method=name)[["method", "query", "found"]])
    queries = pd.DataFrame(counts)
    mu, length = min(parameters["mu"]), int(queries["length"].max())
    longest = FirstOrderChain(length, mu)
    everywhere = follow(longest, methods(longest)["descent"], np.full((1, length + 1), 0.5))
    drawn = queries[queries["mu"] == DRAWN]
    values = {
        "drawn_mu": DRAWN,
        "drawn_length": drawn["length"].iloc[0],
        "longest_mu": mu,
        "longest": length,
        "from_one_half": len(everywhere) - 1,
        "least": queries["least"].min(),
        "least_ratio": (queries["queries"] / queries["length"]).min(),
        "slope_of_bound": local_slope(queries),
    }
    return {
        "first_order_queries": queries,
        "first_order_progress": pd.concat(courses, ignore_index=True),
        "first_order_values": scalars(values),
    }


def methods(chain: FirstOrderChain) -> dict[str, Optimizer]:
    """The methods with the step that the chain's smoothness allows."""
    step = 1 / chain.smoothness
    return {
        "descent": GradientDescent(step),
        "heavy ball": HeavyBall(step, MOMENTUM),
        "Nesterov": Nesterov(step, MOMENTUM),
    }


def follow(chain: FirstOrderChain, method: Optimizer, start: np.ndarray) -> pd.DataFrame:
    """What each query found, to the first gradient that is at most the bound."""
    return pd.DataFrame(asked(chain, method, start, chain.slope, LONGEST))


def local_slope(queries: pd.DataFrame) -> float:
    """The slope of log T in log(1/ε) between the two longest chains: 12/7 in the limit."""
    bound = queries.drop_duplicates("mu").nlargest(2, "length")
    (long, short), (fine, coarse) = bound["length"], bound["accuracy"]
    return float(np.log(long / short) / np.log(coarse / fine))
