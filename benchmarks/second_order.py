"""Cubic and trust-region steps a second on one core, in batches and one by one with SciPy.

The problems are d × d subproblems with random indefinite Hessians, half of the gradients without a
component along the least eigenvector (the hard case), and whole steps on Rosenbrock's function.
SciPy has no cubic steps: its trust-region subproblems are taken for both, `IterativeSubproblem` of
`trust-exact`, with its own tolerances (k_easy 0.1, k_hard 0.2), which stop up to 10 % from the
minimum, and with tight ones (10⁻¹⁰, 10⁻⁶); here the minimum is exact to rounding. From d = 8 on
large batches go by tridiagonal matrices, in half of the time of LAPACK's eigenvectors. Whole steps
are those of `scipy.optimize.minimize`, one start at a time, divided by the steps that it reports.
Run it from the root of the checkout:

    OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 .venv/bin/python benchmarks/second_order.py
"""

import warnings
from itertools import islice

import numpy as np
from scipy import optimize
from scipy.optimize._trustregion_exact import IterativeSubproblem
from timing import seconds

from provenscape.models.optimizers import (
    AdaptiveCubic,
    TrustRegion,
    cubic_step,
    iterate,
    trust_region_step,
)

DIMENSIONS = (2, 5, 10, 20)
BATCHES = (100, 10_000)
STARTS = 2_000


def problems(count: int, d: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients, Hessians and sizes."""
    draw = np.random.default_rng(1)
    square = draw.standard_normal((count, d, d))
    hessian = square + square.swapaxes(1, 2)
    gradient = draw.standard_normal((count, d))
    least = np.linalg.eigh(hessian)[1][: count // 2, :, 0]
    gradient[: count // 2] -= least * (least * gradient[: count // 2]).sum(-1, keepdims=True)
    return gradient, hessian, np.exp(draw.standard_normal(count))


def one_by_one(d: int, easy: float, hard: float, count: int = 100) -> float:
    """Subproblems a second of SciPy's exact solver with these tolerances."""
    gradient, hessian, radius = problems(count, d)
    gradient, hessian, radius = gradient[::2], hessian[::2], radius[::2]

    def work() -> None:
        for g, h, r in zip(gradient, hessian, radius, strict=True):
            IterativeSubproblem(
                np.zeros(d), _zero, lambda x, g=g: g, lambda x, h=h: h, k_easy=easy, k_hard=hard
            ).solve(r)

    return len(gradient) / seconds(work)


def _zero(x: np.ndarray) -> float:
    return 0.0


def subproblems() -> None:
    print("subproblems, thousands a second; SciPy's with its tolerances and with tight ones")
    print(f"{'':<14}{'d':>3}{'batch':>7}{'here':>8}{'SciPy':>8}{'×':>5}{'tight':>8}{'×':>5}")
    for d in DIMENSIONS:
        loose, tight = one_by_one(d, 0.1, 0.2), one_by_one(d, 1e-10, 1e-6)
        for name, solve in (("cubic", cubic_step), ("trust region", trust_region_step)):
            for count in BATCHES:
                made = problems(count, d)
                rate = count / seconds(lambda s=solve, m=made: s(*m))
                print(
                    f"{name:<14}{d:>3}{count:>7}{rate / 1e3:>8.1f}{loose / 1e3:>8.2f}"
                    f"{rate / loose:>5.0f}{tight / 1e3:>8.2f}{rate / tight:>5.0f}"
                )


def value(x: np.ndarray) -> np.ndarray:
    """Rosenbrock's function at points (…, d)."""
    return (100 * (x[..., 1:] - x[..., :-1] ** 2) ** 2 + (1 - x[..., :-1]) ** 2).sum(axis=-1)


def gradient(x: np.ndarray) -> np.ndarray:
    """Its gradient."""
    rest = x[..., 1:] - x[..., :-1] ** 2
    found = np.zeros_like(x)
    found[..., :-1] = -400 * x[..., :-1] * rest - 2 * (1 - x[..., :-1])
    found[..., 1:] += 200 * rest
    return found


def hessian(x: np.ndarray) -> np.ndarray:
    """Its Hessian, which is tridiagonal."""
    d = x.shape[-1]
    found = np.zeros((*x.shape, d))
    low, high = np.arange(d - 1), np.arange(1, d)
    found[..., low, low] = 1200 * x[..., :-1] ** 2 - 400 * x[..., 1:] + 2
    found[..., high, high] += 200
    found[..., low, high] = found[..., high, low] = -400 * x[..., :-1]
    return found


def whole_steps(d: int = 4, steps: int = 20) -> None:
    """Steps a second of runs from random starts, SciPy's one by one on the first of them."""
    start = np.random.default_rng(2).uniform(-1, 1, (STARTS, d))
    rates = {}
    for name in ("trust-exact", "trust-krylov", "trust-ncg"):
        few = start[:20]
        taken = sum(_scipy(name, x).nit for x in few)
        rates[name] = taken / seconds(lambda n=name, f=few: [_scipy(n, x) for x in f], repeats=3)
        print(f"{name:<32}{rates[name] / 1e3:>8.2f} thousand steps/s")
    best = max(rates.values())
    for name, method in (
        ("trust region, batch", TrustRegion(1.0, value, hessian)),
        ("adaptive cubic, batch", AdaptiveCubic(1.0, value, hessian)),
    ):
        states = iterate(method, gradient, start)
        next(states)
        rate = STARTS * steps / seconds(lambda s=states: list(islice(s, steps - 1, steps)), 3)
        print(
            f"{name:<32}{rate / 1e3:>8.1f} thousand steps/s, × {rate / rates['trust-exact']:.0f} "
            f"of trust-exact, × {rate / best:.0f} of SciPy's fastest"
        )


def _scipy(name: str, x: np.ndarray) -> optimize.OptimizeResult:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return optimize.minimize(
            value, x, method=name, jac=gradient, hess=hessian, options={"maxiter": 20}
        )


def main() -> None:
    subproblems()
    print("\nRosenbrock's function in four variables")
    whole_steps()


if __name__ == "__main__":
    main()
