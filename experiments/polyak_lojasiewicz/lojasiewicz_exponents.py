"""How fast gradient descent is when the gradient dominates another power of f − f* than one half.

Design. f = |x|^p on [−1, 1], f* = 0, so that |f'| = p f^θ with θ = 1 − 1/p, the exponent of the
Łojasiewicz inequality: 1/2 for p = 2, which is PL, and more for flatter minima. Gradient descent
from 1 with the step 1/L = 1/(p(p − 1)) is the recursion x ← x(1 − x^(p−2)/(p − 1)). As x^(2−p)
grows by about (p − 2)/(p − 1) a step, f falls like t^(−1/(2θ − 1)), 1/(2θ − 1) = p/(p − 2); for
p = 2 the one step leads to the minimum. The exponent is read off the last decade of steps.

Beside it minima that are not isolated: f = |h|^p with h = x² + y² − 1, a circle of minima, where
‖∇f‖ = 2pr f^θ with the same θ. For p = 2 it is Morse–Bott. Descent stays on its ray: r ← r(1 −
2ηp|h|^(p−2)h), from h = 1, with η = 1/(8p(p − 1) + 2p), the largest curvature from there on. Its
exponents are those of |x|^p up to a correction of the order of h; for p = 2 a step multiplies f by
(1 − 8η)² in the end, and a hundred steps are taken.

Acceptance. Each exponent of |x|^p is the predicted one within 1 %, each of the circle within 10 %.
The last factor of the circle with p = 2 is (1 − 8η)² to a relative 10⁻⁶.

Negative control. No exponent of |x|^p is within 1 %, and none of the circle within 10 %, of that
predicted for the next power.
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from provenscape.study.tables import scalars

TABLES = ("lojasiewicz_curves", "lojasiewicz_rates", "lojasiewicz_values")
PARAMETERS = {"quick": {"steps": 100_000}, "full": {"steps": 1_000_000}}

POWERS = np.array([2.5, 3.0, 4.0, 6.0, 10.0])
MORSE_BOTT_STEPS = 100
KEPT = 61  # points of each curve that are kept, evenly on a logarithmic axis


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return lojasiewicz_curves (family, power, step, gap), lojasiewicz_rates (family, power,
    theta, measured, predicted), the exponents e of f − f* ~ t^(−e), and lojasiewicz_values. No
    chance."""
    steps = parameters["steps"]
    kept = np.unique(np.round(np.geomspace(1, steps, KEPT)).astype(int))
    ends = (steps // 10, steps)
    theta = 1 - 1 / POWERS
    curves, rates = [], []
    for family, step_of in (("line", line_step), ("circle", circle_step)):
        gaps = descent(step_of, POWERS, {*kept, *ends})
        curves += [
            pd.DataFrame(
                {"family": family, "power": p, "step": kept, "gap": [gaps[t][i] for t in kept]}
            )
            for i, p in enumerate(POWERS)
        ]
        rates.append(
            pd.DataFrame(
                {
                    "family": family,
                    "power": POWERS,
                    "theta": theta,
                    "measured": np.log10(gaps[ends[0]] / gaps[ends[1]]),
                    "predicted": 1 / (2 * theta - 1),
                }
            )
        )
    two = np.array([2.0])
    linear = descent(circle_step, two, set(range(1, MORSE_BOTT_STEPS + 1)))
    gap = np.array([linear[t][0] for t in range(1, MORSE_BOTT_STEPS + 1)])
    curves.append(
        pd.DataFrame(
            {"family": "circle", "power": 2.0, "step": np.arange(1, len(gap) + 1), "gap": gap}
        )
    )
    entries = {
        "steps": steps,
        "morse_bott_factor": gap[-1] / gap[-2],
        "morse_bott_predicted": (1 - 8 * circle_step_length(two)[0]) ** 2,
        "line_error": relative_error(rates[0]),
        "circle_error": relative_error(rates[1]),
    }
    return {
        "lojasiewicz_curves": pd.concat(curves, ignore_index=True),
        "lojasiewicz_rates": pd.concat(rates, ignore_index=True),
        "lojasiewicz_values": scalars(entries),
    }


def relative_error(rates: pd.DataFrame) -> float:
    """The largest relative difference of measured and predicted exponents."""
    return float((rates["measured"] / rates["predicted"] - 1).abs().max())


def line_step(x: np.ndarray, powers: np.ndarray) -> np.ndarray:
    """The next x of descent on |x|^p from x > 0, where h = x."""
    return np.asarray(x * (1 - x ** (powers - 2) / (powers - 1)))


def circle_step_length(powers: np.ndarray) -> np.ndarray:
    """The reciprocal of the largest curvature of |x² + y² − 1|^p where 0 ≤ h ≤ 1."""
    return np.asarray(1 / (8 * powers * (powers - 1) + 2 * powers))


def circle_step(h: np.ndarray, powers: np.ndarray) -> np.ndarray:
    """The next h of descent on |h|^p, h = x² + y² − 1 > 0; without r² − 1, which rounds."""
    shrink = 2 * circle_step_length(powers) * powers * h ** (powers - 1)
    return np.asarray(h - (1 + h) * shrink * (2 - shrink))


def descent(
    step_of: Callable[[np.ndarray, np.ndarray], np.ndarray], powers: np.ndarray, wanted: set[int]
) -> dict[int, np.ndarray]:
    """f − f* = h^p after each wanted number of steps from h = 1, of all powers at once."""
    h, found = np.ones(len(powers)), {}
    for step in range(1, max(wanted) + 1):
        h = step_of(h, powers)
        if step in wanted:
            found[step] = h**powers
    return found
