"""PEPit's own examples in AutoLyap and PEPFlow, where these can express them.

    python -m venv .peers && .peers/bin/pip install pepit autolyap pepflow clarabel
    .peers/bin/python benchmarks/pepit_peers.py

The methods, constants, starts and metrics that PEPit's examples have by default, solved by each of
the three: the value and processor seconds, of the second of two runs. What a program has no class,
method, start or metric for is said. All three answer in floating point, without a proof.
"""

import contextlib
import importlib
import io
import time
from collections.abc import Callable
from typing import Any

import pepflow
from autolyap import IterationDependent, SolverOptions
from autolyap.algorithms import (
    GradientMethod,
    OptimizedGradientMethod,
    ProximalPoint,
)
from autolyap.problemclass import (
    Convex,
    GradientDominated,
    InclusionProblem,
    Smooth,
    SmoothConvex,
)

OPTIONS = SolverOptions(backend="cvxpy", cvxpy_solver="CLARABEL")
DISTANCE = IterationDependent.get_parameters_distance_to_solution
GAP = IterationDependent.get_parameters_function_value_suboptimality
Run = Callable[[], float]


def autolyap(classes: list[Any], method: Any, steps: int, first: Any, last: Any) -> Run:
    """The least multiple of the start that AutoLyap certifies of the metric after so many steps."""

    def run() -> float:
        (Q0, q0), (Q, q) = first(method, 0), last(method, steps)
        found = IterationDependent.search_lyapunov(
            InclusionProblem([classes]), method, steps, Q0, Q, q0, q,
            solver_options=OPTIONS, verbosity=0,
        )  # fmt: skip
        return float(found["c_K"]) if found["status"] == "feasible" else float("nan")

    return run


def flow(kind: Any, steps: Callable[[Any, Any], Any], **constants: float) -> Run:
    """The largest gap after the steps from distance 1 that PEPFlow finds."""

    def run() -> float:
        context = pepflow.PEPContext(str(time.perf_counter())).set_as_current()
        builder = pepflow.PEPBuilder(context)
        f = pepflow.declare_func(kind, "f", **constants)
        x = builder.add_init_point("x_0")
        best = f.set_stationary_point("x_star")
        builder.add_initial_constraint(((x - best) ** 2).le(1, name="start"))
        builder.set_performance_metric(f(steps(f, x)) - f(best))
        value = float(builder.solve().opt_value)
        pepflow.set_current_context(None)
        pepflow.pep_context.GLOBAL_CONTEXT_DICT.clear()
        pepflow.registry.REGISTERED_FUNC_AND_OPER_DICT.clear()
        return value

    return run


def descent(f: Any, x: Any) -> Any:
    for _ in range(4):
        x = x - f.grad(x) / 3
    return x


def proximal(f: Any, x: Any) -> Any:
    for _ in range(4):
        x = f.proximal_step(x, 3)
    return x


def accelerated(f: Any, x: Any) -> Any:
    return x - f.grad(x)  # one step: the momentum is not used


def optimized(f: Any, x: Any) -> Any:
    y, theta = x, 1.0
    for i in range(4):
        old, x, last = x, y - f.grad(y) / 3, theta
        theta = (1 + ((4 if i < 3 else 8) * theta**2 + 1) ** 0.5) / 2
        y = x + (x - old) * ((last - 1) / theta) + (x - y) * (last / theta)
    return y


def pepit(name: str, **arguments: Any) -> Run:
    """PEPit's own function."""
    module = importlib.import_module(f"PEPit.examples.{name.replace('/', '.')}")
    call = next(v for k, v in vars(module).items() if k.startswith("wc_"))

    def run() -> float:
        with contextlib.redirect_stdout(io.StringIO()):
            return float(call(**arguments, wrapper="cvxpy", solver="CLARABEL", verbose=0)[0])

    return run


U = "unconstrained_convex_minimization"
BETA = (0.95 * 0.5) ** 0.5
ROWS: list[tuple[str, dict[str, Any], Run | str, Run | str]] = [
    (
        f"{U}/gradient_descent", {"L": 3, "gamma": 1 / 3, "n": 4},
        autolyap([SmoothConvex(L=3)], GradientMethod(gamma=1 / 3), 4, DISTANCE, GAP),
        flow(pepflow.SmoothConvexFunction, descent, L=3),
    ),
    (
        f"{U}/proximal_point", {"gamma": 3, "n": 4},
        autolyap([Convex()], ProximalPoint(gamma=3), 4, DISTANCE, GAP),
        flow(pepflow.ConvexFunction, proximal),
    ),
    (
        f"{U}/accelerated_gradient_convex", {"mu": 0, "L": 1, "n": 1},
        "the gap at the other of its two points",
        flow(pepflow.SmoothConvexFunction, accelerated, L=1),
    ),
    (
        f"{U}/heavy_ball_momentum",
        {"mu": 0.1, "L": 1.0, "alpha": 0.5, "beta": BETA, "n": 2},
        "no start at two equal points",
        "no strongly convex class",
    ),
    (
        f"{U}/optimized_gradient", {"L": 3, "n": 4},
        autolyap([SmoothConvex(L=3)], OptimizedGradientMethod(L=3, K=4), 4, DISTANCE, GAP),
        flow(pepflow.SmoothConvexFunction, optimized, L=3),
    ),
    (
        f"{U}/triple_momentum", {"mu": 0.1, "L": 1.0, "n": 4},
        "no start at two equal points",
        "no strongly convex class",
    ),
    (
        "nonconvex_optimization/gradient_descent_quadratic_lojasiewicz_naive",
        {"L": 1, "mu": 0.2, "gamma": 1, "n": 1},
        autolyap([Smooth(L=1), GradientDominated(mu_gd=0.2)], GradientMethod(gamma=1), 1, GAP, GAP),
        "no PL class",
    ),
    (
        "monotone_inclusions_variational_inequalities/proximal_point", {"alpha": 2, "n": 10},
        "proximal points of functions only",
        "no monotone operators",
    ),
    (f"{U}/subgradient_method", {"M": 2, "n": 6, "gamma": 1 / (2 * 7**0.5)},
     "no class of bounded subgradients", "no class of bounded subgradients"),
    ("tutorials/gradient_descent_contraction", {"L": 1, "mu": 0.1, "gamma": 1, "n": 1},
     "one sequence of iterates, not two", "no strongly convex class"),
]  # fmt: skip


def timed(run: Run | str) -> tuple[str, str]:
    """Value and seconds, of the second of two runs; or why there are none."""
    if isinstance(run, str):
        return f"cannot be expressed: {run}", ""
    try:
        run()
        before = time.process_time()
        value = run()
    except Exception as error:  # a solver's, which the table shows
        return type(error).__name__, ""
    return f"{value:.8g}", f"{time.process_time() - before:.2f}"


def main() -> None:
    """Print the table."""
    print(
        "| example | PEPit | s | AutoLyap | s | PEPFlow | s |",
        "|---|--:|--:|--:|--:|--:|--:|",
        sep="\n",
    )
    for name, arguments, lyapunov, other in ROWS:
        cells = [cell for run in (pepit(name, **arguments), lyapunov, other) for cell in timed(run)]
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
