"""Worst cases of descent by three programs on the same inputs: ours, PEPit's and AutoLyap's.

The largest least squared gradient after N steps h for curvatures between −κ and 1 is compared with
PEPit's. AutoLyap (GPL-3.0, no dependency of this project) has no least gradient over the steps; it
is asked for the largest θ with f(x⁺) ≤ f(x) − θ(w|g|² + (1 − w)|g⁺|²), which the claims on short
and long steps prove with θ = fall/2 and the weight w that is theirs. It is run if it is installed:

    .venv/bin/python benchmarks/worst_cases.py            # without AutoLyap
    python -m venv .autolyap && .autolyap/bin/pip install autolyap clarabel
    .autolyap/bin/python benchmarks/worst_cases.py autolyap  # with it alone

What it printed, and how a class of AutoLyap differs from its description, is in
docs/benchmarks.md. Near the largest θ Clarabel may stop with an error, which is counted as
infeasible.
"""

import sys

import numpy as np

LENGTHS = (0.5, 1.0, 1.2, 1.6)
KAPPAS = (0.5, 1.0, 2.0)


def decrease(h: float, kappa: float) -> tuple[float, float]:
    """By how much f falls over |g|² and over |g⁺|², as proved."""
    if h <= 1:
        return h * (1 + 2 * kappa - kappa * h) / (2 * (1 + kappa)), h / (2 * (1 + kappa))
    apart = 2 - h + kappa * h
    share = 3 - 2 * (1 - kappa) * h - kappa * h**2
    return h * share / (2 * apart), h / (2 * apart)


def with_pepit() -> None:
    from PEPit import PEP, Expression
    from PEPit.functions import SmoothStronglyConvexFunction

    from provenscape.models.performance import descent_worst_case

    def found(steps: int, h: float, kappa: float) -> float:
        problem = PEP()
        f = problem.declare_function(SmoothStronglyConvexFunction, mu=-kappa, L=1)
        x, lowest = problem.set_initial_point(), Expression()
        for step in range(steps + 1):
            gradient, value = f.oracle(x)
            if step == 0:
                problem.set_initial_condition(value - lowest <= 1)
            problem.add_constraint(value - gradient**2 / 2 >= lowest)
            problem.set_performance_metric(gradient**2)
            x = x - h * gradient
        return float(problem.solve(verbose=0, solver="CLARABEL"))

    print("least squared gradient, two steps: κ, h, here, PEPit")
    for kappa in KAPPAS:
        for h in (*LENGTHS, 1.8):
            print(
                f"{kappa:4g}{h:6g}{descent_worst_case(2, h, kappa):12.6f}{found(2, h, kappa):12.6f}"
            )


def with_autolyap() -> None:
    from autolyap import IterationIndependent, SolverOptions
    from autolyap.algorithms import GradientMethod
    from autolyap.problemclass import InclusionProblem, Smooth, SmoothWeaklyConvex

    sublinear, linear = (
        IterationIndependent.SublinearConvergence,
        IterationIndependent.LinearConvergence,
    )
    options = SolverOptions(backend="cvxpy", cvxpy_solver="CLARABEL")
    fixed = dict.fromkeys(("Q_equals_P", "S_equals_T", "q_equals_p", "s_equals_t"), True)
    without = dict.fromkeys(("remove_C2", "remove_C3", "remove_C4"), True)

    def feasible(kappa: float, h: float, weight: float, theta: float) -> bool:
        method = GradientMethod(gamma=h)
        function = Smooth(L=1) if kappa == 1 else SmoothWeaklyConvex(mu_tilde=kappa, L=1)
        here, after = (
            sublinear.get_parameters_optimality_measure(method, tau=tau)[2] for tau in (0, 1)
        )
        start, rise, _, _ = linear.get_parameters_function_value_suboptimality(method)
        target = theta * (weight * here + (1 - weight) * after)
        try:
            found = IterationIndependent.search_lyapunov(
                InclusionProblem([function]), method, P=start, p=rise, T=target, t=np.zeros(3),
                solver_options=options, verbosity=0, **fixed, **without,
            )  # fmt: skip
        except BaseException as error:  # Clarabel panics, which is no Exception
            if isinstance(error, KeyboardInterrupt):
                raise
            return False
        return bool(found["status"] == "feasible")

    print("decrease a step: κ, h, proved, AutoLyap")
    for kappa in KAPPAS:
        for h in LENGTHS:
            first, second = decrease(h, kappa)
            low, high = 0.0, 4.0
            while high - low > 1e-6:
                middle = (low + high) / 2
                within = feasible(kappa, h, first / (first + second), middle)
                low, high = (middle, high) if within else (low, middle)
            print(f"{kappa:4g}{h:6g}{first + second:12.6f}{low:12.6f}")


if __name__ == "__main__":
    if sys.argv[1:] == ["autolyap"]:
        with_autolyap()
    else:
        with_pepit()
