"""PEPit's own examples in AutoLyap and PEPFlow, where these can express them.

    python -m venv .peers && .peers/bin/pip install pepit autolyap pepflow clarabel
    .peers/bin/python benchmarks/pepit_peers.py            # all, or those with one of the words
    .peers/bin/python benchmarks/pepit_peers.py heavy_ball silver

The methods, constants, starts and metrics that PEPit's examples have by default, solved by each of
the three: the value and processor seconds, of the second of two runs. A method is written once, as
steps on vectors with gradients and proximal steps: AutoLyap is given the matrices of the steps,
PEPFlow the points, if it has the classes. What a program has no class for is said, what it answers
where it finds nothing, and by how much its value differs from PEPit's; where AutoLyap's does, also
its value with all steps as one. All three answer in floating point, without a proof. A second table
says of the other examples why they are not in the first.
"""

import contextlib
import importlib
import io
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import accumulate
from math import isclose, log2, sqrt
from pathlib import Path
from typing import Any

import numpy as np
import pepflow
import PEPit.examples
from autolyap import IterationDependent, SolverOptions
from autolyap.algorithms import Algorithm
from autolyap.problemclass import (
    Cocoercive,
    Convex,
    GradientDominated,
    InclusionProblem,
    IndicatorFunctionOfClosedConvexSet,
    LipschitzOperator,
    MaximallyMonotone,
    Smooth,
    SmoothConvex,
    SmoothStronglyConvex,
    StronglyMonotone,
)

OPTIONS = SolverOptions(backend="cvxpy", cvxpy_solver="CLARABEL")
OPERATORS = (Cocoercive, LipschitzOperator, MaximallyMonotone, StronglyMonotone)
DIFFERS, LEAST = 1e-3, 1e-5  # of PEPit's value, and at all: from which on the table says so
Run = Callable[[], float]
Step = Callable[..., list[Any]]  # number, states, parts: the next states
Metric = Callable[[Any], Any]


class NoAnswer(Exception):
    """Why a program has no value."""


def same(x: list[Any]) -> list[Any]:
    """Starts at one point."""
    return [x[0]] * len(x)


def free(x: list[Any]) -> list[Any]:
    """Starts at as many points as there are states."""
    return x


@dataclass
class Method:
    """Functions or operators, the calls of each in a step, states, the step, how many; metrics.

    Each part is a list of classes that all hold. The metric is of the states and calls after the
    last step, and divided by the first, if there is one. With `difference` it is less the first,
    where a program can say so.
    """

    parts: list[list[Any]]
    calls: list[int]
    states: int
    step: Step
    steps: int
    first: Metric
    last: Metric
    begin: Callable[[list[Any]], list[Any]] = same
    difference: bool = False


@dataclass
class Part:
    """A function or an operator in one step: the points and what it has there."""

    fresh: Callable[[], Any]
    tell: Callable[[Any, Any], None] = lambda _point, _slope: None
    points: list[Any] = field(default_factory=list)
    slopes: list[Any] = field(default_factory=list)

    def __call__(self, point: Any) -> Any:
        return self.at(point, self.fresh())

    def near(self, point: Any, length: float) -> Any:
        """The proximal step."""
        slope = self.fresh()
        self.at(point - length * slope, slope)
        return self.points[-1]

    def at(self, point: Any, slope: Any) -> Any:
        self.tell(point, slope)
        self.points.append(point)
        self.slopes.append(slope)
        return slope


@dataclass
class At:
    """What metrics are of: number, states, calls, the next states, the solution."""

    k: int
    x: list[Any]
    parts: list[Part]
    next: list[Any]
    star: Any
    slopes: list[Any]  # of each part at the solution
    dot: Callable[[Any, Any], Any]
    gaps: Callable[[], Any]

    def square(self, v: Any) -> Any:
        return self.dot(v, v)


class Traced(Algorithm):
    """AutoLyap's x⁺ = Ax + Bu and y = Cx + Du of a method, from its steps on unit vectors."""

    def __init__(self, method: Method) -> None:
        operator = [isinstance(part[0], OPERATORS) for part in method.parts]
        numbers = range(1, len(operator) + 1)
        super().__init__(
            method.states, len(operator), method.calls,
            [i for i, yes in zip(numbers, operator, strict=True) if not yes],
            [i for i, yes in zip(numbers, operator, strict=True) if yes],
        )  # fmt: skip
        self.method = method

    def trace(self, k: int) -> At:
        method, size = self.method, self.n + self.m_bar + self.m
        rows = list(np.eye(size))
        x, calls, slopes = rows[: self.n], iter(rows[self.n :]), rows[self.n + self.m_bar : -1]
        parts = [Part(iter([next(calls) for _ in range(count)]).__next__) for count in method.calls]
        if k == 0:
            x = method.begin(x)
        gaps = np.zeros(self.m_bar_func + self.m_func)
        gaps[np.cumsum([method.calls[i - 1] for i in self.I_func], dtype=int) - 1] = 1
        gaps[self.m_bar_func :] = -1
        values = np.zeros(size**2)
        return At(
            k, x, parts, method.step(k, x, *parts), rows[-1],
            [*slopes, -sum(slopes, np.zeros(size))],
            lambda v, w: np.append((np.outer(v, w) + np.outer(w, v)).ravel() / 2, 0 * gaps),
            lambda: np.append(values, gaps),
        )  # fmt: skip

    def get_ABCD(self, k: int) -> tuple[np.ndarray, ...]:  # noqa: N802 - AutoLyap's name
        at = self.trace(k)
        outer = np.array(at.next), np.array([y for part in at.parts for y in part.points])
        n, m = self.n, self.n + self.m_bar
        return tuple(block for M in outer for block in (M[:, :n], M[:, n:m]))

    def form(self, metric: Metric, k: int) -> tuple[np.ndarray, np.ndarray | None]:
        size = self.n + self.m_bar + self.m
        whole = metric(self.trace(k))
        return whole[: size**2].reshape(size, size), whole[size**2 :] if self.m_func else None


def autolyap(method: Method) -> Run:
    """The least multiple of the first metric that AutoLyap certifies of the last."""

    def run() -> float:
        if method.steps == 0:
            raise NoAnswer("no derivatives")
        traced = Traced(method)
        Q0, q0 = traced.form(method.first, 0)
        Q, q = traced.form(method.last, method.steps)
        found = IterationDependent.search_lyapunov(
            InclusionProblem(method.parts), traced, method.steps, Q0, Q, q0, q,
            solver_options=OPTIONS, verbosity=0,
        )  # fmt: skip
        if found["status"] != "feasible":
            raise NoAnswer(f"answers {found['status']} ({found['solve_status']})")
        return float(found["c_K"])

    return run


def whole(method: Method) -> Method:
    """All steps as one, so that all calls are related; before it none, with calls at the start."""
    states: list[list[Any]] = []

    def step(k: int, x: list[Any], *parts: Part) -> list[Any]:
        for i in range(method.steps + 1):
            states[:] = [x]
            after = method.step(i if k else 0, x, *parts)
            x = after if k else x
        return x

    def last(at: At) -> Any:
        return method.last(replace(at, k=method.steps, x=states[0]))

    calls = [count * (method.steps + 1) for count in method.calls]
    return replace(method, calls=calls, step=step, steps=1, last=last)


def declared(part: list[Any], tag: str) -> Any:
    """PEPFlow's function."""
    if [type(one) for one in part] == [Convex]:
        return pepflow.declare_func(pepflow.ConvexFunction, tag)
    if [type(one) for one in part] == [SmoothConvex]:
        return pepflow.declare_func(pepflow.SmoothConvexFunction, tag, L=part[0].L)
    names = " and ".join(type(one).__name__ for one in part)
    raise NoAnswer(f"no class for {names}")


def vector(name: str) -> Any:
    return pepflow.Vector(is_basis=True, tags=[name])


def flow(method: Method) -> Run:
    """The largest last metric that PEPFlow finds, of first metric 1."""

    def run() -> float:
        context = pepflow.PEPContext(str(time.perf_counter())).set_as_current()
        try:
            return solved(method, pepflow.PEPBuilder(context))
        finally:
            pepflow.set_current_context(None)
            pepflow.pep_context.GLOBAL_CONTEXT_DICT.clear()
            pepflow.registry.REGISTERED_FUNC_AND_OPER_DICT.clear()

    return run


def solved(method: Method, builder: Any) -> float:
    functions = [declared(part, f"f_{i}") for i, part in enumerate(method.parts)]
    star = vector("x_star")
    slopes = [vector(f"g_{i}") for i in range(len(functions) - 1)]
    slopes.append(-sum(slopes[1:], slopes[0]) if slopes else pepflow.Vector.zero())
    ends = [
        f.add_point_with_grad_restriction(star, g) for f, g in zip(functions, slopes, strict=True)
    ]
    x = method.begin([vector(f"x_{i}") for i in range(method.states)])
    metrics = []
    for k in range(method.steps + 1):
        values: list[Any] = [None] * len(functions)

        def part(i: int, k: int = k, values: list[Any] = values) -> Part:
            names = iter(f"u_{k}_{i}_{j}" for j in range(method.calls[i]))

            def tell(point: Any, slope: Any) -> None:
                values[i] = pepflow.Scalar(is_basis=True, tags=[f"f of {slope.tag}"])
                twin = 1 * point  # PEPFlow takes one call at each vector, and tells them by tags
                twin.add_tag(f"y of {slope.tag}")
                functions[i].add_triplet_to_func(
                    pepflow.Triplet(twin, values[i], slope, functions[i], name=slope.tag)
                )

            return Part(lambda: vector(next(names)), tell)

        parts = [part(i) for i in range(len(functions))]
        after = method.step(k, x, *parts)

        def gaps(values: list[Any] = values) -> Any:
            each = [v - end.func_val for v, end in zip(values, ends, strict=True)]
            return sum(each[1:], each[0])

        at = At(k, x, parts, after, star, slopes, lambda v, w: v * w, gaps)
        if k == 0:
            metrics.append(method.first(at))
        if k == method.steps:
            metrics.append(method.last(at))
        x = after
    first, last = metrics
    if method.difference:
        last = last - first
    elif first is not None:
        builder.add_initial_constraint(first.le(1, name="start"))
    builder.set_performance_metric(last)
    return float(builder.solve().opt_value)


def pepit(name: str, **arguments: Any) -> Run:
    """PEPit's own function."""
    module = importlib.import_module(f"PEPit.examples.{name.replace('/', '.')}")
    call = next(v for k, v in vars(module).items() if k.startswith("wc_"))

    def run() -> float:
        with contextlib.redirect_stdout(io.StringIO()):
            return float(call(**arguments, wrapper="cvxpy", solver="CLARABEL", verbose=0)[0])

    return run


# Metrics


def distance(at: At) -> Any:
    return at.square(at.x[0] - at.star)


def second_distance(at: At) -> Any:
    return at.square(at.x[1] - at.star)


def gap(at: At) -> Any:
    """Of the sum of the functions, each at the point of its last call."""
    return at.gaps()


def slope(at: At) -> Any:
    return at.square(at.parts[0].slopes[-1])


def half_slope(at: At) -> Any:
    return slope(at) / 4


def apart(at: At) -> Any:
    """Of two runs."""
    return at.square(at.x[0] - at.x[1])


def moved(at: At) -> Any:
    return at.square(at.parts[0].points[-1] - at.x[0])


def none(_: At) -> Any:
    return None


# Steps


def descent(length: Callable[[int], float]) -> Step:
    return lambda k, x, f: [x[0] - length(k) * f(x[0])]


def proximal(length: float) -> Step:
    return lambda _, x, f: [f.near(x[0], length)]


def twice(step: Step) -> Step:
    """Two runs with one state each."""
    return lambda k, x, *parts: [*step(k, x[:1], *parts), *step(k, x[1:], *parts)]


def nesterov(momentum: Callable[[int], float]) -> Step:
    """For L = 1; the last call is at the first state."""

    def step(k: int, x: list[Any], f: Part) -> list[Any]:
        new = x[1] - f(x[1])
        f(x[0])
        return [new, new + momentum(k) * (new - x[0])]

    return step


def fista(momentum: Callable[[int], float]) -> Step:
    """For L = 1; the last calls are at the new point."""

    def step(k: int, x: list[Any], f: Part, h: Part) -> list[Any]:
        new = h.near(x[1] - f(x[1]), 1)
        f(new)
        return [new, new + momentum(k) * (new - x[0])]

    return step


def thetas(n: int) -> list[float]:
    """t⁺ = (1 + √(1 + 4t²))/2, from 1, so often."""
    return list(accumulate(range(n), lambda t, _: (1 + sqrt(4 * t**2 + 1)) / 2, initial=1.0))


def by_thetas(k: int) -> float:
    old, new = thetas(k + 1)[-2:]
    return (old - 1) / new


def simplified(k: int) -> float:
    return k / (k + 3)


def heavy_ball(length: float, momentum: float) -> Step:
    return lambda _, x, f: [x[0] - length * f(x[0]) + momentum * (x[0] - x[1]), x[0]]


def ogm_thetas(n: int) -> list[float]:
    """Of the optimized methods: the last is larger."""
    start = thetas(n - 1)
    return [*start, (1 + sqrt(8 * start[-1] ** 2 + 1)) / 2, 1.0]  # what follows is not used


def optimized(k: int, x: list[Any], f: Part) -> list[Any]:
    old, new = ogm_thetas(4)[k : k + 2]
    point, last = x
    y = point - f(point) / 3
    return [y + (y - last) * ((old - 1) / new) + (y - point) * (old / new), y]


def optimized_for_gradient(k: int, x: list[Any], f: Part) -> list[Any]:
    old, new = [*ogm_thetas(4)[4::-1], 1.0][k : k + 2]
    point, last = x
    y = point - f(point) / 3
    there = (2 * new - 1) / (2 * old - 1) if k < 4 else 0.0
    return [y + (y - last) * ((old - 1) * there / old) + (y - point) * there, y]


def triple(rho: float) -> Step:
    """For L = 1; the third point, at which the gap is measured, is called last."""
    b, c, d = rho**2 / (2 - rho), rho**2 / (1 + rho) / (2 - rho), rho**2 / (1 - rho**2)

    def step(_: int, x: list[Any], f: Part) -> list[Any]:
        new, old = x
        after = new + b * (new - old) - (1 + rho) * f(new + c * (new - old))
        f(new + d * (new - old))
        return [after, new]

    return step


def silver(k: int) -> float:
    """Of the convex case, for L = 1."""
    i = k + 1
    return 1 + (1 + sqrt(2)) ** ((i & -i).bit_length() - 2)


def silver_strongly(L: float, mu: float, n: int) -> list[float]:
    """Lengths for a power of two of steps."""

    def psi(t: float) -> float:
        return (1 + L / mu * t) / (1 + t)

    z = mu / L
    lengths = [psi(z)]
    for _ in range(int(log2(n))):
        root = sqrt(1 + (1 - z) ** 2)
        y, z = z / (1 - z + root), z * (1 - z + root)
        lengths = [*lengths[:-1], psi(y), *lengths[:-1], psi(z)]
    return [h / L for h in lengths]


def information_theoretic(q: float) -> Step:
    """For L = 1; the states are x and z."""

    def grown(A: float) -> float:
        return ((1 + q) * A + 2 * (1 + sqrt((1 + A) * (1 + q * A)))) / (1 - q) ** 2

    def step(k: int, x: list[Any], f: Part) -> list[Any]:
        old, new = list(accumulate(range(k + 1), lambda A, _: grown(A), initial=0.0))[-2:]
        beta = old / (1 - q) / new
        delta = 1 / 2 * ((1 - q) ** 2 * new - (1 + q) * old) / (1 + q + q * old)
        y = (1 - beta) * x[1] + beta * x[0]
        g = f(y)
        return [y - g, (1 - q * delta) * x[1] + q * delta * y - delta * g]

    return step


def accelerated_proximal(k: int, x: list[Any], f: Part) -> list[Any]:
    """Lengths (i + 1)/1.1 from A = 5; the last call is at the first state."""
    A = 5.0
    for i in range(k + 1):
        length = (i + 1) / 1.1
        alpha = (sqrt((A * length) ** 2 + 4 * A * length) - A * length) / 2
        A *= 1 - alpha
    y = (1 - alpha) * x[0] + alpha * x[1]
    new = f.near(y, length)
    f(x[0])
    return [new, x[1] + (new - y) / alpha]


def start_of_accelerated_proximal(at: At) -> Any:
    return gap(at) + 5 / 2 * distance(at)


MU, LAM = 0.1, 0.2
RHO = LAM * (1 - MU) + (1 - LAM) * (1 - sqrt(MU))


def robust(_: int, x: list[Any], f: Part) -> list[Any]:
    kappa, moved = 1 / MU, x[0] - x[1]
    g = f(x[0] + RHO**3 / ((kappa - 1) * (1 - RHO) ** 2 * (1 + RHO)) * moved)
    length = kappa * (1 - RHO) ** 2 * (1 + RHO)
    return [x[0] + kappa * RHO**3 / (kappa - 1) * moved - length * g, x[0]]


def robust_lyapunov(at: At) -> Any:
    weight = MU**2 * (1 / MU - RHO**2 / MU - 1) / (2 * RHO * (1 - RHO))
    z = (at.next[0] - RHO**2 * at.x[0]) / (1 - RHO**2) - at.star
    y, g = at.parts[0].points[0] - at.star, at.parts[0].slopes[0]
    held = (1 - MU) * (gap(at) - MU / 2 * at.square(y)) - at.square(g - MU * y) / 2
    return weight * at.square(z) + held


def proximal_gradient(_: int, x: list[Any], f: Part, h: Part) -> list[Any]:
    return [h.near(x[0] - f(x[0]), 1)]


def splitting(length: float, theta: float) -> Step:
    """Of Douglas and Rachford, or with a third part of Davis and Yin."""

    def step(_: int, x: list[Any], far: Part, near: Part, *gradients: Part) -> list[Any]:
        y = near.near(x[0], length)
        reflected = 2 * y - x[0]
        for gradient in gradients:
            reflected = reflected - length * gradient(y)
        return [x[0] + theta * (far.near(reflected, length) - y)]

    return step


def valued_splitting(k: int, x: list[Any], far: Part, near: Part) -> list[Any]:
    """With a last call of the second function where the first has its own."""
    after = splitting(1, 1)(k, x, far, near)
    near(far.points[-1])
    return after


def first_shadow(at: At) -> Any:
    return at.square(at.parts[1].points[0] - at.star)


def accelerated_splitting(k: int, x: list[Any], far: Part, near: Part) -> list[Any]:
    w = splitting(0.9, (1 - 0.9) / (1 + 0.9))(k, x[:1], far, near)[0]
    near(far.points[-1])
    return [w + max(k - 1, 0) / (k + 2) * (w - x[1]), w]


def shifted_distance(at: At) -> Any:
    return at.square(at.x[0] - at.star - 0.9 * at.slopes[1])


def kim(k: int, x: list[Any], A: Part) -> list[Any]:
    """The accelerated proximal point method for operators."""
    y, old, before = x
    new, c = A.near(y, 2), k / (k + 2)
    return [new + c * (new - old) - c * (old - before), new, y]


def optimal_proximal(k: int, x: list[Any], A: Part) -> list[Any]:
    def phi(i: int) -> float:
        return ((1 + 2 * mu) ** (2 * i + 2) - 1) / ((1 + 2 * mu) ** 2 - 1)

    mu = 0.05
    y, old, before = x
    new, last = A.near(y, 1), phi(k + 1)
    after = new + (phi(k) - 1) / last * (new - old) - 2 * mu * phi(k) / last * (y - new)
    return [after + (1 + 2 * mu) * phi(k - 1) / last * (before - old), new, y]


def optimistic(k: int, x: list[Any], C: Part, F: Part) -> list[Any]:
    """The first step is the projection of the start."""
    point, _, V = x
    new = C.near(point - V / 4 if k else point, 1 / 4)
    after = F(new)
    return [new + (V - after) / 4 if k else new, new, after]


def past_extragradient(k: int, x: list[Any], C: Part, F: Part) -> list[Any]:
    """The first step is the projection of the start."""
    point, V = x
    new = C.near(point - V / 4 if k else point, 1 / 4)
    V = F(new)
    return [C.near(point - V / 4 if k else point, 1 / 4), V]


def second_moved(at: At) -> Any:
    return at.square(at.parts[0].points[-1] - at.x[1])


def mann(weight: Callable[[int], float]) -> Step:
    """x ↦ x − G(x) is the map, x ↦ x − wG(x) the step."""
    return descent(weight)


def halpern(k: int, x: list[Any], G: Part) -> list[Any]:
    return [x[1] / (k + 2) + (1 - 1 / (k + 2)) * (x[0] - G(x[0])), x[1]]


def contractive_halpern(k: int, x: list[Any], A: Part) -> list[Any]:
    """The map T shrinks distances by γ = 1.1.

    So p ↦ u is (γ − 1)-strongly monotone for p = (x + γTx)/(1 + γ) and u = 2(x − p), and has a zero
    at the fixed point.
    """
    phi = (1.1 ** (2 * k + 4) - 1) / (1.1**2 - 1)
    image = x[0] - 2.1 / 1.1 * (x[0] - A.near(x[0], 1 / 2))
    return [x[1] / phi + (1 - 1 / phi) * image, x[1]]


def contractive_residual(at: At) -> Any:
    return (2.1 / 1.1) ** 2 * moved(at)


def alternate(_: int, x: list[Any], P: Part, Q: Part) -> list[Any]:
    return [Q.near(P.near(x[0], 1), 1)]


def averaged(_: int, x: list[Any], P: Part, Q: Part) -> list[Any]:
    return [(P.near(x[0], 1) + Q.near(x[0], 1)) / 2]


def projections_apart(at: At) -> Any:
    return at.square(at.parts[0].points[-1] - at.parts[1].points[-1])


def dykstra(_: int, x: list[Any], P: Part, Q: Part) -> list[Any]:
    point, p, q = x
    y = P.near(point + p, 1)
    new = Q.near(y + q, 1)
    P.near(point, 1)
    return [new, point + p - y, y + q - new]


def from_zero(x: list[Any]) -> list[Any]:
    return [x[0], 0 * x[0], 0 * x[0]]


LAMBDAS = [10.0, (1 + sqrt(401)) / 2]


def potential_step(_: int, x: list[Any], f: Part) -> list[Any]:
    lam, new = LAMBDAS
    y = (1 - 1 / new) * x[0] + 1 / new * x[1]
    g = f(y)
    f(x[0])
    return [y - g, x[1] - (new**2 - lam**2) * g]


def potential(at: At) -> Any:
    return LAMBDAS[at.k] ** 2 * gap(at) + second_distance(at) / 2


def potential_1(at: At) -> Any:
    return (10 + at.k) * gap(at) + distance(at) / 2


def potential_2(at: At) -> Any:
    n = 10 + at.k
    return (2 * n + 1) * gap(at) + n * (n + 2) * slope(at) + distance(at)


def stay(_: int, x: list[Any], f: Part) -> list[Any]:
    """A derivative is taken, and no step."""
    f(x[0])
    return x


def flow_derivative(at: At) -> Any:
    g = at.parts[0].slopes[0]
    return gap(at) - 2.5 * at.square(g) - at.dot(at.x[0] - at.star, g)


def accelerated_flow_derivative(at: At) -> Any:
    t, g, speed = 3.4, at.parts[0].slopes[0], at.x[1]
    turned = 3 / 2 * speed + t / 2 * (-3 / t * speed - g)
    held = at.x[0] - at.star + t / 2 * speed
    return 2 * t * gap(at) + t**2 * at.dot(speed, g) + 4 * at.dot(held, turned)


U = "unconstrained_convex_minimization"
C = "composite_convex_minimization"
M = "monotone_inclusions_variational_inequalities"
F = "fixed_point_problems"
N = "nonconvex_optimization"
LOW = "low_dimensional_worst_cases_scenarios"
BETA = sqrt(0.95 * 0.5)
STRONG = SmoothStronglyConvex(mu=0.1, L=1)
CONVEX, SMOOTH, MONOTONE, INDICATOR = (
    [Convex()], [SmoothConvex(L=1)], [MaximallyMonotone()], [IndicatorFunctionOfClosedConvexSet()]
)  # fmt: skip
AVERAGED = [Cocoercive(beta=1 / 2)]  # x ↦ x − T(x) for nonexpansive T
LIPSCHITZ = [MaximallyMonotone(), LipschitzOperator(L=1)]
SILVER = silver_strongly(3.2, 0.1, 8)
OGM = Method([[SmoothConvex(L=3)]], [1], 2, optimized, 4, distance, gap)

ROWS: list[tuple[str, dict[str, Any], Method]] = [
    (f"{C}/accelerated_douglas_rachford_splitting", {"mu": 0.1, "L": 1, "alpha": 0.9, "n": 2},
     Method([CONVEX, [STRONG]], [1, 2], 2, accelerated_splitting, 1, shifted_distance, gap)),
    (f"{C}/accelerated_proximal_gradient", {"mu": 0, "L": 1, "n": 4},
     Method([SMOOTH, CONVEX], [2, 1], 2, fista(by_thetas), 3, distance, gap)),
    (f"{C}/accelerated_proximal_gradient_simplified", {"mu": 0, "L": 1, "n": 4},
     Method([SMOOTH, CONVEX], [2, 1], 2, fista(simplified), 3, distance, gap)),
    (f"{C}/douglas_rachford_splitting", {"L": 1, "alpha": 1, "theta": 1, "n": 9},
     Method([CONVEX, SMOOTH], [1, 2], 1, valued_splitting, 8, first_shadow, gap)),
    (f"{C}/douglas_rachford_splitting_contraction",
     {"mu": 0.1, "L": 1, "alpha": 3, "theta": 1, "n": 2},
     Method([[STRONG], CONVEX], [2, 2], 2, twice(splitting(3, 1)), 2, apart, apart, free)),
    (f"{C}/proximal_gradient", {"L": 1, "mu": 0.1, "gamma": 1, "n": 2},
     Method([[STRONG], CONVEX], [1, 1], 1, proximal_gradient, 2, distance, distance)),
    (f"{C}/three_operator_splitting",
     {"mu1": 0.1, "L1": 10, "L3": 1, "alpha": 1, "theta": 1, "n": 4},
     Method([[SmoothStronglyConvex(mu=0.1, L=10)], CONVEX, SMOOTH], [2, 2, 2], 2,
            twice(splitting(1, 1)), 4, apart, apart, free)),
    ("continuous_time_models/accelerated_gradient_flow_convex", {"t": 3.4},
     Method([CONVEX], [1], 2, stay, 0, none, accelerated_flow_derivative, free)),
    ("continuous_time_models/gradient_flow_convex", {"t": 2.5},
     Method([CONVEX], [1], 1, stay, 0, none, flow_derivative)),
    (f"{F}/halpern_iteration", {"n": 25},
     Method([AVERAGED], [1], 2, halpern, 25, distance, slope)),
    (f"{F}/krasnoselskii_mann_constant_step_sizes", {"n": 3, "gamma": 3 / 4},
     Method([AVERAGED], [1], 1, mann(lambda _: 3 / 4), 3, distance, half_slope)),
    (f"{F}/krasnoselskii_mann_increasing_step_sizes", {"n": 3},
     Method([AVERAGED], [1], 1, mann(lambda k: 1 - 1 / (k + 2)), 3, distance, half_slope)),
    (f"{F}/optimal_contractive_halpern_iteration", {"n": 10, "gamma": 1.1},
     Method([[StronglyMonotone(mu=1.1 - 1)]], [1], 2, contractive_halpern, 10,
            distance, contractive_residual)),
    (f"{LOW}/alternate_projections", {"n": 10},
     Method([INDICATOR, INDICATOR], [1, 1], 1, alternate, 10, distance, moved)),
    (f"{LOW}/averaged_projections", {"n": 10},
     Method([INDICATOR, INDICATOR], [1, 1], 1, averaged, 10, distance, projections_apart)),
    (f"{LOW}/dykstra", {"n": 10},
     Method([INDICATOR, INDICATOR], [2, 1], 3, dykstra, 10, distance, moved, from_zero)),
    (f"{LOW}/halpern_iteration", {"n": 10},
     Method([AVERAGED], [1], 2, halpern, 10, distance, slope)),
    (f"{LOW}/optimized_gradient", {"L": 3, "n": 4}, OGM),
    (f"{LOW}/proximal_point", {"alpha": 2.2, "n": 11},
     Method([MONOTONE], [1], 1, proximal(2.2), 10, distance, moved)),
    (f"{M}/accelerated_proximal_point", {"alpha": 2, "n": 10},
     Method([MONOTONE], [1], 3, kim, 9, distance, moved)),
    (f"{M}/douglas_rachford_splitting", {"L": 1, "mu": 0.1, "alpha": 1.3, "theta": 0.9},
     Method([LIPSCHITZ, [StronglyMonotone(mu=0.1)]], [2, 2], 2, twice(splitting(1.3, 0.9)), 1,
            apart, apart, free)),
    (f"{M}/douglas_rachford_splitting_2", {"beta": 1.2, "mu": 0.1, "alpha": 0.3, "theta": 1.5},
     Method([[Cocoercive(beta=1.2)], [StronglyMonotone(mu=0.1)]], [2, 2], 2,
            twice(splitting(0.3, 1.5)), 1, apart, apart, free)),
    (f"{M}/optimal_strongly_monotone_proximal_point", {"n": 10, "mu": 0.05},
     Method([[StronglyMonotone(mu=0.05)]], [1], 3, optimal_proximal, 9, distance, moved)),
    (f"{M}/optimistic_gradient", {"n": 5, "gamma": 1 / 4, "L": 1},
     Method([INDICATOR, LIPSCHITZ], [1, 1], 3, optimistic, 5, distance, second_moved)),
    (f"{M}/past_extragradient", {"n": 5, "gamma": 1 / 4, "L": 1},
     Method([INDICATOR, LIPSCHITZ], [2, 1], 2, past_extragradient, 5, distance, moved)),
    (f"{M}/proximal_point", {"alpha": 2, "n": 10},
     Method([MONOTONE], [1], 1, proximal(2), 9, distance, moved)),
    (f"{M}/three_operator_splitting",
     {"L": 1, "mu": 0.1, "beta": 1, "alpha": 0.9, "theta": 1.3},
     Method([MONOTONE, [Cocoercive(beta=1)], [STRONG]], [2, 2, 2], 2, twice(splitting(0.9, 1.3)),
            1, apart, apart, free)),
    (f"{N}/gradient_descent_quadratic_lojasiewicz_naive",
     {"L": 1, "mu": 0.2, "gamma": 1, "n": 1},
     Method([[Smooth(L=1), GradientDominated(mu_gd=0.2)]], [1], 1, descent(lambda _: 1), 1,
            gap, gap)),
    ("potential_functions/accelerated_gradient_method", {"L": 1, "gamma": 1, "lam": 10.0},
     Method([SMOOTH], [2], 2, potential_step, 1, potential, potential, free, True)),
    ("potential_functions/gradient_descent_lyapunov_1", {"L": 1, "gamma": 1, "n": 10},
     Method([SMOOTH], [1], 1, descent(lambda _: 1), 1, potential_1, potential_1, free, True)),
    ("potential_functions/gradient_descent_lyapunov_2", {"L": 1, "gamma": 1, "n": 10},
     Method([SMOOTH], [1], 1, descent(lambda _: 1), 1, potential_2, potential_2, free, True)),
    ("tutorials/gradient_descent_contraction", {"L": 1, "mu": 0.1, "gamma": 1, "n": 1},
     Method([[STRONG]], [2], 2, twice(descent(lambda _: 1)), 1, apart, apart, free)),
    (f"{U}/accelerated_gradient_convex", {"mu": 0, "L": 1, "n": 1},
     Method([SMOOTH], [2], 2, nesterov(by_thetas), 1, distance, gap)),
    (f"{U}/accelerated_gradient_convex_simplified", {"mu": 0, "L": 1, "n": 1},
     Method([SMOOTH], [2], 2, nesterov(simplified), 1, distance, gap)),
    (f"{U}/accelerated_gradient_strongly_convex", {"mu": 0.1, "L": 1, "n": 2},
     Method([[STRONG]], [2], 2, nesterov(lambda _: (1 - sqrt(0.1)) / (1 + sqrt(0.1))), 2,
            lambda at: gap(at) + 0.1 / 2 * distance(at), gap)),
    (f"{U}/accelerated_proximal_point",
     {"A0": 5, "gammas": [(i + 1) / 1.1 for i in range(3)], "n": 3},
     Method([CONVEX], [2], 2, accelerated_proximal, 3, start_of_accelerated_proximal, gap)),
    (f"{U}/gradient_descent", {"L": 3, "gamma": 1 / 3, "n": 4},
     Method([[SmoothConvex(L=3)]], [1], 1, descent(lambda _: 1 / 3), 4, distance, gap)),
    (f"{U}/gradient_descent_silver_stepsize_convex", {"L": 10, "n": 7},
     Method([[SmoothConvex(L=10)]], [1], 1, descent(lambda k: silver(k) / 10), 7, distance, gap)),
    (f"{U}/gradient_descent_silver_stepsize_strongly_convex", {"L": 3.2, "mu": 0.1, "n": 8},
     Method([[SmoothStronglyConvex(mu=0.1, L=3.2)]], [1], 1, descent([*SILVER, 0].__getitem__), 8,
            distance, distance)),
    (f"{U}/heavy_ball_momentum", {"mu": 0.1, "L": 1.0, "alpha": 0.5, "beta": BETA, "n": 2},
     Method([[STRONG]], [1], 2, heavy_ball(0.5, BETA), 2, gap, gap)),
    (f"{U}/information_theoretic_exact_method", {"mu": 0.001, "L": 1, "n": 15},
     Method([[SmoothStronglyConvex(mu=0.001, L=1)]], [1], 2, information_theoretic(0.001), 15,
            second_distance, second_distance)),
    (f"{U}/optimized_gradient", {"L": 3, "n": 4}, OGM),
    (f"{U}/optimized_gradient_for_gradient", {"L": 3, "n": 4},
     Method([[SmoothConvex(L=3)]], [1], 2, optimized_for_gradient, 4, gap, slope)),
    (f"{U}/proximal_point", {"gamma": 3, "n": 4},
     Method([CONVEX], [1], 1, proximal(3), 3, distance, gap)),
    (f"{U}/robust_momentum", {"mu": 0.1, "L": 1, "lam": 0.2},
     Method([[STRONG]], [1], 2, robust, 1, robust_lyapunov, robust_lyapunov, free)),
    (f"{U}/triple_momentum", {"mu": 0.1, "L": 1.0, "n": 4},
     Method([[STRONG]], [2], 2, triple(1 - sqrt(0.1)), 4, distance, gap)),
]  # fmt: skip


LEFT: dict[str, list[str]] = {
    "a class of functions or operators that neither has": [
        f"{C}/proximal_gradient_quadratics",
        f"{M}/optimistic_gradient_refined",
        f"{M}/optimistic_gradient_refined_cocoercive",
        f"{N}/gradient_descent_quadratic_lojasiewicz_expensive",
        f"{N}/gradient_descent_quadratic_lojasiewicz_intermediate",
        f"{U}/cyclic_coordinate_descent",
        f"{U}/gradient_descent_qg_convex",
        f"{U}/gradient_descent_qg_convex_decreasing",
        f"{U}/gradient_descent_quadratics",
        f"{U}/heavy_ball_momentum_qg_convex",
        f"{U}/subgradient_method",
        f"{U}/subgradient_method_rsi_eb",
    ],
    "sets of bounded diameter": [f"{C}/frank_wolfe", f"{LOW}/frank_wolfe"],
    "a linear map and a strongly convex function": [f"{U}/gradient_descent_lc"],
    "steps to a minimum along directions": [
        f"{U}/conjugate_gradient",
        f"{U}/conjugate_gradient_qg_convex",
        f"{U}/gradient_exact_line_search",
        f"{U}/inexact_gradient_exact_line_search",
    ],
    "inexact steps, with an error bounded by a condition": [
        "inexact_proximal_methods/accelerated_inexact_forward_backward",
        "inexact_proximal_methods/partially_inexact_douglas_rachford_splitting",
        "inexact_proximal_methods/relatively_inexact_proximal_point_algorithm",
        f"{LOW}/inexact_gradient",
        f"{U}/epsilon_subgradient_method",
        f"{U}/inexact_accelerated_gradient",
        f"{U}/inexact_gradient_descent",
    ],
    "step lengths given by a condition on values": [
        "adaptive_methods/polyak_steps_in_distance_to_optimum",
        "adaptive_methods/polyak_steps_in_function_value",
    ],
    "divergences of Bregman": [
        f"{C}/bregman_proximal_point",
        f"{C}/improved_interior_algorithm",
        f"{C}/no_lips_in_bregman_divergence",
        f"{C}/no_lips_in_function_value",
        f"{N}/no_lips_1",
        f"{N}/no_lips_2",
    ],
    "the least of many metrics": [
        f"{LOW}/gradient_descent",
        f"{N}/difference_of_convex_algorithm",
        f"{N}/gradient_descent",
    ],
    "random choices": [
        f"stochastic_and_randomized_convex_minimization/{name}"
        for name in (
            "point_saga",
            "randomized_coordinate_descent_smooth_convex",
            "randomized_coordinate_descent_smooth_strongly_convex",
            "saga",
            "sgd",
            "sgd_overparametrized",
        )
    ],
    "regret, with another function in each round": [
        f"online_learning/online_{name}"
        for name in (
            "follow_leader",
            "follow_regularized_leader",
            "frank_wolfe",
            "gradient_descent",
        )
    ],
    "a derivative in time, of a strongly convex function": [
        "continuous_time_models/accelerated_gradient_flow_strongly_convex",
        "continuous_time_models/gradient_flow_strongly_convex",
    ],
    "no fixed point": [f"{F}/inconsistent_halpern_iteration"],
}


def timed(run: Run) -> tuple[float | None, str, str]:
    """Value and seconds, of the second of two runs; or why there are none."""
    try:
        run()
        before = time.process_time()
        value = run()
    except NoAnswer as said:
        return None, str(said), ""
    except Exception as error:  # a solver's, which the table shows
        return None, type(error).__name__, ""
    return value, f"{value:.8g}", f"{time.process_time() - before:.2f}"


def row(name: str, arguments: dict[str, Any], method: Method) -> str:
    """One line of the table; a value that is not PEPit's is marked by how much it differs."""
    theirs, *cells = timed(pepit(name, **arguments))
    for program in (autolyap, flow):
        value, shown, seconds = timed(program(method))
        if None not in (value, theirs) and not isclose(
            value, theirs, rel_tol=DIFFERS, abs_tol=LEAST
        ):
            shown += f" ({value - theirs:+.2g})"
            if program is autolyap and method.steps > 1:
                shown += f"; as one step {timed(autolyap(whole(method)))[1]}"
        cells += [shown, seconds]
    return f"| {name} | {' | '.join(cells)} |"


def main() -> None:
    """Print the tables; every example of PEPit is in one of them."""
    root = Path(PEPit.examples.__file__).parent
    every = {f"{p.parent.name}/{p.stem}" for p in root.glob("*/*.py") if p.name != "__init__.py"}
    listed = [name for name, *_ in ROWS] + [name for names in LEFT.values() for name in names]
    if sorted(every) != sorted(listed):
        raise SystemExit(f"not each once: {sorted(every ^ set(listed))}")
    print(
        "| example | PEPit | s | AutoLyap | s | PEPFlow | s |",
        "|---|--:|--:|--:|--:|--:|--:|",
        sep="\n",
    )
    words = sys.argv[1:]
    for name, arguments, method in ROWS:
        if not words or any(word in name for word in words):
            print(row(name, arguments, method), flush=True)
    print(
        "", f"| what the other {len(listed) - len(ROWS)} have | examples |", "|---|--:|", sep="\n"
    )
    for reason, names in LEFT.items():
        print(f"| {reason} | {len(names)} |")


if __name__ == "__main__":
    main()
