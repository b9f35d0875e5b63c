"""The worst case of gradient descent on smooth functions, as a semidefinite program.

Which gradients g₀ … g_N and values f₀ … f_N can the points x_{k+1} = x_k − h g_k of a function have
whose curvature lies between −κ and 1, κ = 1 for a 1-Lipschitz gradient, and f₀ − inf f ≤ 1? Just
those that satisfy the interpolation inequalities
    f_i − f_j ≥ ⟨g_j, Δ⟩ + (|γ|² − κ|Δ|² + 2κ⟨γ, Δ⟩)/(2(1 + κ)), γ = g_i − g_j, Δ = x_i − x_j,
of all ordered pairs and f_k − ½|g_k|² ≥ inf f (Taylor, Hendrickx & Glineur 2017; Rotaru, Glineur &
Patrinos 2022), which are linear in f and in the Gram matrix of the gradients; the least squared
norm is to be as large as it can. With curvatures between −κL and L and a gap Δ the value is LΔ
times as large, for steps h/L.
"""

import warnings

import cvxpy as cp
import numpy as np

from provenscape.errors import UserError
from provenscape.models.requirements import (
    require_count,
    require_not_negative,
    require_positive,
)

DIGITS = 6  # of a value: what the solver's tolerance leaves
TENTH = {f"tol_{of}": 1e-7 for of in ("gap_abs", "gap_rel", "feas")}  # of the last digit kept
LESS = TENTH | {"max_step_fraction": 0.9}
SETTINGS: tuple[dict[str, float], ...] = ({}, TENTH, LESS)  # the first are the solver's own, 1e-8


def descent_worst_case(steps: int, h: float, kappa: float = 1) -> float:
    """Return the largest least squared norm after so many steps of length h, for L = Δ = 1.

    Raises UserError for a number of steps that is no whole number from 1 on, a step that is not
    finite and above 0, κ not finite or below 0, and where the solver finds no optimum to 10⁻⁷,
    which may be from N = 8 on.
    """
    require_count("descent_worst_case", "steps", steps)
    require_positive("descent_worst_case", h=h)
    require_not_negative("descent_worst_case", kappa=kappa)
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
        apart, way = gradients[i] - gradients[j], points[i] - points[j]
        bend = inner(apart, apart) - kappa * inner(way, way) + 2 * kappa * inner(apart, way)
        bound = inner(gradients[j], way) + bend / (2 * (1 + kappa))
        constraints.append(values[i] - values[j] >= bound)
    problem = cp.Problem(cp.Maximize(least), constraints)
    status = _solve(problem)
    if status != cp.OPTIMAL:
        raise UserError(
            f"descent_worst_case: for steps = {steps}, h = {h}, kappa = {kappa} the solver ends "
            f"with {status}, short of {TENTH['tol_feas']:g}; take fewer steps"
        )
    return round(float(problem.value), DIGITS)


def _solve(problem: cp.Problem) -> str:
    """The status, after as many settings as are needed."""
    for settings in SETTINGS:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # that it may be inaccurate: it is told
            try:
                problem.solve(solver=cp.CLARABEL, warm_start=False, **settings)
            except cp.SolverError:
                continue
        if problem.status == cp.OPTIMAL:
            break
    return str(problem.status or cp.SOLVER_ERROR)


def proved(steps: int, h: float | np.ndarray, kappa: float = 1) -> np.ndarray:
    """2/(N fall + 1), proved for h ≤ `last`: claims on short and long steps.

    For κ = 1 it is 4/(N min(4h − h², 4h − h³) + 2). Raises UserError as `descent_worst_case` does.
    """
    _require("proved", steps, h, kappa)
    return np.asarray(2 / (steps * fall(h, kappa) + 1))


def completed(steps: int, h: float, kappa: float = 1) -> float:
    """`proved` up to `last`, and beyond, h ≤ 2, a formula of our own, fitted and conjectured.

    It was fitted to `descent_worst_case` at N ≤ 5, κ = 0, 1/4, 1/2, 1, 3; other N and κ are in the
    table gradient_worst_case_held_out. With E_k(z) = Σ (1 − z)^(−j), j = 1 … 2k, the worst case is
    that of ½x² for N ≤ N̄, N̄ the last k with E_k(−κh) ≥ E_k(h), and for N > N̄
    2/((N − N̄) fall + 1 + h(E(h) + c(E(−κh) − E(h)))), E = E_N̄ and c the quotient of 1 − (1 − h)²
    and (1 + κh)² − (1 − h)². The form is that of the program of Rotaru, Glineur & Patrinos (2024),
    where a function that was not seen stands for E(−κh) − E(h): their formula may be another.
    Raises UserError for h above 2, and as `descent_worst_case` does.
    """
    _require("completed", steps, h, kappa)
    if h > 2:
        raise UserError(f"completed: h is {h}; give a length of at most 2")
    if h <= last(kappa):
        return float(proved(steps, h, kappa))
    many = 0
    while many < steps and _powers(many + 1, -kappa * h) >= _powers(many + 1, h):
        many += 1
    if steps == many:
        return float(parabola(steps, h))
    here, other = _powers(many, h), _powers(many, -kappa * h)
    share = (1 - (1 - h) ** 2) / ((1 + kappa * h) ** 2 - (1 - h) ** 2) if many else 0
    before = h * (here + share * (other - here))
    return float(2 / ((steps - many) * fall(h, kappa) + 1 + before))


def _require(who: str, steps: int, h: float | np.ndarray, kappa: float) -> None:
    require_count(who, "steps", steps)
    for length in np.ravel(h):
        require_positive(who, h=float(length))
    require_not_negative(who, kappa=kappa)


def _powers(k: int, z: float) -> float:
    return float(((1 - z) ** -np.arange(1.0, 2 * k + 1)).sum())


def fall(h: float | np.ndarray, kappa: float = 1) -> np.ndarray:
    """Twice by how much f falls in a step h ≤ 2, at least, over the lesser squared gradient."""
    lengths = np.minimum(h, 2)
    short = lengths * (2 - kappa * lengths / (1 + kappa))
    apart = 2 - lengths + kappa * lengths
    share = np.where(apart > 0, (2 - lengths) / np.where(apart > 0, apart, 1), 1)
    return np.where(lengths <= 1, short, lengths * share * (2 + kappa * lengths))


def last(kappa: float = 1) -> float:
    """The longest step for which the formula holds: √3 for κ = 1, 3/2 for convex functions."""
    require_not_negative("last", kappa=kappa)
    return float(3 / (1 - kappa + np.sqrt(1 + kappa + kappa**2)))


def textbook(steps: int, h: np.ndarray) -> np.ndarray:
    """1/(N(h − h²/2)), from f − f⁺ ≥ (h − h²/2)|g|² alone; infinite from 2 on."""
    gain = h - h**2 / 2
    return np.where(gain > 0, 1 / (steps * np.where(gain > 0, gain, 1)), np.inf)


def parabola(steps: int, h: float | np.ndarray) -> np.ndarray:
    """The least squared gradient of N steps on ½x², or at the start: 2 min(1, (1 − h)^(2N))."""
    return np.asarray(2 * np.minimum(1, (1 - h) ** (2 * steps)))


def zigzag_slope(x: np.ndarray, cell: float) -> np.ndarray:
    """f' of the function that attains the bound for h ≤ 1: 1 less the distance from the nearest
    multiple of the cell, for x ≥ 0, and 1 + x, not below 0, for x < 0."""
    require_positive("zigzag_slope", cell=cell)
    distance = np.abs(x - cell * np.round(x / cell))
    return np.where(x >= 0, 1 - distance, np.maximum(1 + x, 0))
