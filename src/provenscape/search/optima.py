"""Points at which a conclusion is attained, exactly where they are rational.

They are sought as minima of the conclusion where the hypotheses hold, from fixed random starts, and
count only if the conclusion is 0 there and the hypotheses hold, in exact arithmetic.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from fractions import Fraction
from typing import Any

import mpmath
import numpy as np
import sympy as sp
from scipy.optimize import minimize

from provenscape.kernel import Claim, Rejected, witness
from provenscape.search import floats
from provenscape.search.coordinates import exponents
from provenscape.search.counterexamples import equality_point
from provenscape.search.problem import Problem, value
from provenscape.search.semidefinite import NotFound

STARTS = 10
DENOMINATORS = (1, 2, 3, 6, 12, 100, 10**4, 10**7, 10**12)
SEED = 20_240_229
ATTAINED = 1e-6
DIGITS = 60
NEWTON_STEPS = 8
MOST_POINTS = 12


def tight_points(problem: Problem) -> list[dict[Any, Any]]:
    """Rational points (generator to value) where facts hold and the target is 0."""
    if not hasattr(problem, "_tight"):
        problem._tight = list(_tight_points(problem))[:MOST_POINTS]  # type: ignore[attr-defined]
    return problem._tight  # type: ignore[attr-defined]


def _tight_points(problem: Problem) -> Iterator[dict[Any, Any]]:
    seen: set[tuple[Any, ...]] = set()
    gens = problem.ring.gens
    if problem.then.sign == "=" or any(s in problem.back for s in problem.symbols):
        return
    homogeneous = len({sum(m) for m in problem.target.monoms()}) == 1
    for near in minima(problem):
        if homogeneous and (largest := max(map(abs, near))) > 0:  # any point of its ray will do
            near = [v / largest for v in near]
        for bound in DENOMINATORS:
            values = tuple(
                sp.QQ.from_sympy(sp.Rational(Fraction(v).limit_denominator(bound))) for v in near
            )
            if values in seen:
                continue
            if value(problem.target, values) == 0 and all(
                (size := value(f.polynomial, values)) >= 0 and (size == 0 or f.sign != "=")
                for f in problem.facts
            ):
                seen.add(values)
                yield dict(zip(gens, values, strict=True))
                break


def minima(problem: Problem) -> Iterator[Sequence[Any]]:
    """Numerical minima of the target under the facts at which it is about 0."""
    count = len(problem.ring.gens)
    polynomials = [problem.target, *(f.polynomial for f in problem.facts)]
    if problem.target.is_ground:
        return
    scale = np.array([10.0**k for k in exponents(polynomials)])
    functions = [floats.polynomial(p) for p in polynomials]
    gradients = [[floats.polynomial(p.diff(g)) for g in problem.ring.gens] for p in polynomials]
    signs = [f.sign for f in problem.facts]
    constraints = [
        {
            "type": "eq" if sign == "=" else "ineq",
            "fun": lambda v, f=function: f(v * scale),
            "jac": lambda v, g=gradient: np.array([d(v * scale) for d in g]) * scale,
        }
        for function, gradient, sign in zip(functions[1:], gradients[1:], signs, strict=True)
    ]
    refine = newton(problem.target)
    size = max((abs(float(c)) for c in problem.target.coeffs()), default=1.0)
    rng = np.random.default_rng(SEED)
    for start in rng.uniform(-2, 2, (STARTS, count)):
        with np.errstate(all="ignore"):
            try:
                done = minimize(
                    lambda v: functions[0](v * scale) / size,
                    start,
                    jac=lambda v: np.array([d(v * scale) for d in gradients[0]]) * scale / size,
                    constraints=constraints,
                    method="SLSQP",
                    options={"ftol": 1e-16, "maxiter": 200},
                )
            except (ValueError, OverflowError, ZeroDivisionError):
                continue
        if np.isfinite(done.x).all() and abs(done.fun) < ATTAINED:
            yield [float(v) for v in done.x * scale]
            if refined := refine(done.x * scale):
                yield refined


def newton(target: Any) -> Callable[[Sequence[float]], list[Any] | None]:
    """A function that gives the point with gradient 0 close to one that is nearly so, to many
    digits, if Newton's method comes to one."""
    slopes = [target.diff(g) for g in target.ring.gens]
    bends = [[s.diff(g) for g in target.ring.gens] for s in slopes]

    def at(polynomial: Any, place: Sequence[Any]) -> Any:
        products = (
            mpmath.fprod(v**k for v, k in zip(place, monom, strict=True) if k)
            * mpmath.mpf(c.numerator)
            / c.denominator
            for monom, c in polynomial.terms()
        )
        return mpmath.fsum(products)

    def refined(near: Sequence[float]) -> list[Any] | None:
        place = [mpmath.mpf(float(v)) for v in near]
        for _ in range(NEWTON_STEPS):
            hessian = mpmath.matrix([[at(b, place) for b in row] for row in bends])
            try:
                step = mpmath.lu_solve(hessian, mpmath.matrix([at(s, place) for s in slopes]))
            except (
                ZeroDivisionError,
                ValueError,
                TypeError,
            ):  # the last of mpmath, where it is nan
                return None
            place = [v - d for v, d in zip(place, step, strict=True)]
        exact = [Fraction(int(v * 10**DIGITS), 10**DIGITS) for v in place]
        return exact if all(abs(v) < 10**15 for v in exact) else None

    return mpmath.workdps(DIGITS)(refined)


def equality(claim: Claim) -> dict[sp.Symbol, sp.Expr] | None:
    """A point with all hypotheses at which the two sides of the conclusion are equal, or None."""
    try:
        problem = Problem(claim)
    except NotFound:
        return equality_point(claim)
    for point in tight_points(problem):
        at = {s: sp.sympify(v) for s, v in zip(problem.symbols, point.values(), strict=True)}
        if problem.solved or set(claim.symbols()) - set(at):
            continue
        with suppress(Rejected):
            witness(claim, at)
            return at
    return equality_point(claim)
