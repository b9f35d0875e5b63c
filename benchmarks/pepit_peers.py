"""PEPit's own examples in AutoLyap and PEPFlow, where these can express them.

    python -m venv .peers && .peers/bin/pip install pepit autolyap pepflow clarabel
    .peers/bin/python benchmarks/pepit_peers.py

The methods, constants, starts and metrics that PEPit's examples have by default, solved by each of
the three: the value and processor seconds, of the second of two runs. Points at which AutoLyap's
own methods start are free, and it finds no bound for two of them; where an example starts at two
equal ones, or has a method that AutoLyap does not bring, its matrices are given to AutoLyap here.
What a program has no class for is said, and what it answers where it finds nothing. All three
answer in floating point, without a proof.
"""

import contextlib
import importlib
import io
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pepflow
from autolyap import IterationDependent, SolverOptions
from autolyap.algorithms import (
    Algorithm,
    GradientMethod,
    OptimizedGradientMethod,
    ProximalPoint,
)
from autolyap.problemclass import (
    Convex,
    GradientDominated,
    InclusionProblem,
    MaximallyMonotone,
    Smooth,
    SmoothConvex,
    SmoothStronglyConvex,
)

OPTIONS = SolverOptions(backend="cvxpy", cvxpy_solver="CLARABEL")
DISTANCE = IterationDependent.get_parameters_distance_to_solution
GAP = IterationDependent.get_parameters_function_value_suboptimality
STATE = IterationDependent.get_parameters_state_component_distance_to_solution
MOVED = IterationDependent.get_parameters_fixed_point_residual
Run = Callable[[], float]


class NoAnswer(Exception):
    """What AutoLyap says where it finds no bound."""


class Steps(Algorithm):
    """x⁺ = Ax + Bu and y = Cx + Du, where u are gradients, or values of an operator, at the y.

    With `equal` the two points of the first state are one.
    """

    def __init__(
        self, A: Any, B: Any, C: Any, D: Any, operator: bool = False, equal: bool = False
    ) -> None:
        kinds = ([], [1]) if operator else ([1], [])
        super().__init__(len(A), 1, [len(C)], *kinds)
        self.matrices, self.equal = [np.array(M, float) for M in (A, B, C, D)], equal

    def get_ABCD(self, k: int) -> tuple[np.ndarray, ...]:  # noqa: N802 - AutoLyap's name
        A, B, C, D = self.matrices
        if self.equal and k == 0:
            A, C = (M @ [[1.0, 0.0], [1.0, 0.0]] for M in (A, C))
        return A, B, C, D


def autolyap(classes: list[Any], method: Any, steps: int, first: Any, last: Any) -> Run:
    """The least multiple of the start that AutoLyap certifies of the metric after so many steps."""

    def run() -> float:
        ends = [first(method, 0), last(method, steps)]
        if method.m_func:
            (Q0, q0), (Q, q) = ends
        else:
            (Q0, Q), q0, q = ends, None, None
        found = IterationDependent.search_lyapunov(
            InclusionProblem([classes]), method, steps, Q0, Q, q0, q,
            solver_options=OPTIONS, verbosity=0,
        )  # fmt: skip
        if found["status"] != "feasible":
            raise NoAnswer(f"answers {found['status']} ({found['solve_status']})")
        return float(found["c_K"])

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
STRONG = SmoothStronglyConvex(mu=0.1, L=1)
HEAVY = Steps([[1 + BETA, -BETA], [1, 0]], [[-0.5], [0]], [[1, 0]], [[0]], equal=True)
RHO = 1 - 0.1**0.5
B, G, D = RHO**2 / (2 - RHO), RHO**2 / (1 + RHO) / (2 - RHO), RHO**2 / (1 - RHO**2)
TRIPLE = Steps(  # the third point, at which the gap is measured, is evaluated too
    [[1 + B, -B], [1, 0]], [[-1 - RHO, 0], [0, 0]], [[1 + G, -G], [1 + D, -D]], np.zeros((2, 2)),
    equal=True,
)  # fmt: skip
RESOLVENT = Steps([[1]], [[-2]], [[1]], [[-2]], operator=True)
TWO = Steps(np.eye(2), -np.eye(2), np.eye(2), np.zeros((2, 2)))  # two runs on one function


def third(method: Any, k: int) -> Any:
    return GAP(method, k, 2)


def apart(method: Any, k: int) -> Any:
    return IterationDependent.get_parameters_state_component_difference(method, k, 1, 2)


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
        autolyap([SmoothConvex(L=1)], GradientMethod(gamma=1), 1, DISTANCE, GAP),  # as the next
        flow(pepflow.SmoothConvexFunction, accelerated, L=1),
    ),
    (
        f"{U}/heavy_ball_momentum",
        {"mu": 0.1, "L": 1.0, "alpha": 0.5, "beta": BETA, "n": 2},
        autolyap([STRONG], HEAVY, 2, GAP, GAP),
        "no strongly convex class",
    ),
    (
        f"{U}/optimized_gradient", {"L": 3, "n": 4},
        autolyap([SmoothConvex(L=3)], OptimizedGradientMethod(L=3, K=4), 4, DISTANCE, GAP),
        flow(pepflow.SmoothConvexFunction, optimized, L=3),
    ),
    (
        f"{U}/triple_momentum", {"mu": 0.1, "L": 1.0, "n": 4},
        autolyap([STRONG], TRIPLE, 4, STATE, third),
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
        autolyap([MaximallyMonotone()], RESOLVENT, 9, STATE, MOVED),
        "no monotone operators",
    ),
    (f"{U}/subgradient_method", {"M": 2, "n": 6, "gamma": 1 / (2 * 7**0.5)},
     "no class of bounded subgradients", "no class of bounded subgradients"),
    ("tutorials/gradient_descent_contraction", {"L": 1, "mu": 0.1, "gamma": 1, "n": 1},
     autolyap([STRONG], TWO, 1, apart, apart), "no strongly convex class"),
]  # fmt: skip


def timed(run: Run | str) -> tuple[str, str]:
    """Value and seconds, of the second of two runs; or why there are none."""
    if isinstance(run, str):
        return f"cannot be expressed: {run}", ""
    try:
        run()
        before = time.process_time()
        value = run()
    except NoAnswer as said:
        return str(said), ""
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
