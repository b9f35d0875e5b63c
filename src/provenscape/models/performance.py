"""The worst case of gradient descent on smooth functions, as a semidefinite program.

Which gradients g₀ … g_N and values f₀ … f_N can the points x_{k+1} = x_k − h g_k of a function with
1-Lipschitz gradient have, f₀ − inf f ≤ 1? Just those that satisfy the interpolation inequalities
    f_i − f_j ≥ ½⟨g_i + g_j, x_i − x_j⟩ + ¼|g_i − g_j|² − ¼|x_i − x_j|²
of all ordered pairs and f_k − ½|g_k|² ≥ inf f (Taylor, Hendrickx & Glineur 2017), which are linear
in f and in the Gram matrix of the gradients; the least squared norm is to be as large as it can.
With a Lipschitz constant L and a gap Δ the value is LΔ times as large, for steps h/L.
"""

import cvxpy as cp
import numpy as np

from provenscape.errors import UserError
from provenscape.models.requirements import require_count, require_positive

DIGITS = 6  # of a value: what the solver's tolerance leaves


def descent_worst_case(steps: int, h: float) -> float:
    """Return the largest least squared norm after so many steps of length h, for L = Δ = 1.

    Raises UserError for a number of steps that is no whole number from 1 on, a step that is not
    finite and above 0, and where the solver finds no optimum.
    """
    require_count("descent_worst_case", "steps", steps)
    require_positive("descent_worst_case", h=h)
    gradients = np.eye(steps + 1)
    points = np.vstack([np.zeros(steps + 1), -h * np.cumsum(gradients[:-1], axis=0)])
    gram = cp.Variable((steps + 1, steps + 1), PSD=True)
    values, least = cp.Variable(steps + 1), cp.Variable()

    def inner(u: np.ndarray, v: np.ndarray) -> cp.Expression:
        return cp.sum(cp.multiply(gram, (np.outer(u, v) + np.outer(v, u)) / 2))

    constraints = [values[0] <= 1]
    for g in range(steps + 1):
        square = inner(gradients[g], gradients[g])
        constraints += [square >= least, values[g] >= square / 2]
    for i, j in ((i, j) for i in range(steps + 1) for j in range(steps + 1) if i != j):
        both, apart = gradients[i] + gradients[j], gradients[i] - gradients[j]
        way = points[i] - points[j]
        bound = inner(both, way) / 2 + inner(apart, apart) / 4 - inner(way, way) / 4
        constraints.append(values[i] - values[j] >= bound)
    problem = cp.Problem(cp.Maximize(least), constraints)
    problem.solve(solver=cp.CLARABEL)
    if problem.status != cp.OPTIMAL:
        raise UserError(
            f"descent_worst_case: the solver ends {problem.status} for {steps} steps of {h}; "
            "take fewer steps or another length"
        )
    return round(float(problem.value), DIGITS)


def published(steps: int, h: np.ndarray) -> np.ndarray:
    """4/(N min(4h − h², 4h − h³) + 2), proved for h ≤ √3: claims on short and long steps."""
    return np.asarray(4 / (steps * np.minimum(4 * h - h**2, 4 * h - h**3) + 2))


def textbook(steps: int, h: np.ndarray) -> np.ndarray:
    """1/(N(h − h²/2)), from f − f⁺ ≥ (h − h²/2)|g|² alone; infinite from 2 on."""
    gain = h - h**2 / 2
    return np.where(gain > 0, 1 / (steps * np.where(gain > 0, gain, 1)), np.inf)


def parabola(steps: int, h: np.ndarray) -> np.ndarray:
    """The least squared gradient of N steps on ½x², or at the start: 2 min(1, (1 − h)^(2N))."""
    return np.asarray(2 * np.minimum(1, (1 - h) ** (2 * steps)))


def zigzag_slope(x: np.ndarray, cell: float) -> np.ndarray:
    """f' of the function that attains the bound for h ≤ 1: 1 less the distance from the nearest
    multiple of the cell, for x ≥ 0, and 1 + x, not below 0, for x < 0."""
    distance = np.abs(x - cell * np.round(x / cell))
    return np.where(x >= 0, 1 - distance, np.maximum(1 + x, 0))
