"""Exact proofs of worst-case rates from performance estimation.

A performance estimation problem (Drori & Teboulle 2014; Taylor, Hendrickx & Glineur 2017) asks for
the worst value of a metric over a function class, given what is known at the start. Its dual is a
proof: rate * start - metric = sum of multipliers * interpolation inequalities + squares. PEPit
solves the problem numerically; here its positive multipliers say which inequalities matter, the
rate is rounded, and the identity is found again in exact arithmetic (`semidefinite`).

Vectors appear as one symbol each, so that a square ‖a x + b g‖² is (a x + b g)². As the identity
is linear in the products of two vectors, it holds in any dimension once every product is replaced
by a symbol for the inner product (`inner`, `lift`); each square becomes a hypothesis that the Gram
matrix satisfies by its nature.

>>> x, g = real("x g")
>>> lift((x + 2 * g) ** 2, [x, g])
4*g_g + 4*g_x + x_x
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations_with_replacement
from typing import Any

import cvxpy as cp
import sympy as sp
from PEPit import PEP, Expression, Point

from provenscape.errors import UserError
from provenscape.kernel import Claim, Relation, Theorem, combine, ge, le, real
from provenscape.search.certificates import certificate
from provenscape.search.semidefinite import NotFound

ACTIVE = 1e-6
REMEDIES = {
    "infeasible": "no function and points satisfy its conditions: drop or weaken one",
    "unbounded": "give an initial condition that bounds the metric",
}


@dataclass(frozen=True)
class Proof:
    """A statement over Gram variables, the arguments with which `combine` proves it, its rate."""

    claim: Claim
    arguments: dict[str, Any]
    rate: sp.Rational

    def theorem(self) -> Theorem:
        return combine(self.claim, **self.arguments)


def interpolation(L: Any, one: Sequence[Any], two: Sequence[Any], convex: bool = False) -> sp.Expr:
    """Nonnegative for points (x, g, f) of an L-smooth function; a criterion, for all ordered pairs.

    f₁ − f₂ ≥ ½⟨g₁ + g₂, Δ⟩ + ‖γ‖²/(4L) − (L/4)‖Δ‖² with Δ = x₁ − x₂, γ = g₁ − g₂, and for convex
    functions f₁ − f₂ ≥ ⟨g₂, Δ⟩ + ‖γ‖²/(2L). (Taylor, Hendrickx & Glineur 2017: the first SIAM J.
    Optim. 27(3), Theorem 3.10, the second Math. Program. 161, Theorem 4.) The first is the descent
    lemma from both points to their mean less γ/(2L).
    """
    (x1, g1, f1), (x2, g2, f2) = one, two
    if convex:
        return f1 - f2 - g2 * (x1 - x2) - (g1 - g2) ** 2 / (2 * L)
    curvature = (g1 - g2) ** 2 / (4 * L) - L * (x1 - x2) ** 2 / 4
    return f1 - f2 - (g1 + g2) * (x1 - x2) / 2 - curvature


def inner(u: sp.Symbol, v: sp.Symbol) -> sp.Symbol:
    """The real symbol u_v that stands for ⟨u, v⟩, and u_u for ‖u‖²."""
    return real("_".join(sorted((u.name, v.name))))


def lift(expr: sp.Expr, vectors: Sequence[sp.Symbol]) -> sp.Expr:
    """The expression with every product of two vectors replaced by their inner product.

    Raises ValueError if a term is linear in the vectors, or of more than second degree.
    """
    polynomial = sp.Poly(expr, *vectors)
    total = sp.Integer(0)
    for exponents, coefficient in polynomial.terms():
        pair = [v for v, e in zip(vectors, exponents, strict=True) for _ in range(e)]
        if len(pair) not in (0, 2):
            raise ValueError(f"{expr} is no combination of inner products of {list(vectors)}")
        total += coefficient * (inner(*pair) if pair else 1)
    return total


def lift_proof(claim: Claim, arguments: dict[str, Any], vectors: Sequence[sp.Symbol]) -> Any:
    """Claim and arguments over inner products; squares become hypotheses on the Gram matrix."""

    def lifted(relation: Any) -> Relation:
        return Relation(lift(relation.left, vectors), relation.op, lift(relation.right, vectors))

    then, given = lifted(claim.then), {n: lifted(r) for n, r in claim.given.items()}
    using, squares = dict(arguments["using"]), []
    for number, (weight, root) in enumerate(arguments["squares"]):
        if root.free_symbols.isdisjoint(vectors):
            squares.append((weight, root))
            continue
        name = f"square {number}"
        given[name], using[name] = ge(lift(root**2, vectors)), weight
    statement = replace(claim, given=given, then=then, where=dictionary(vectors))
    return statement, {**arguments, "using": using, "squares": squares}


def dictionary(vectors: Sequence[sp.Symbol]) -> dict[sp.Symbol, tuple[str, str]]:
    """What the symbols of inner products of these vectors mean, for `Claim.where`."""
    found = {}
    for u, v in combinations_with_replacement(vectors, 2):
        latex = rf"\langle {u}, {v} \rangle" if u != v else rf"\|{u}\|^2"
        found[inner(u, v)] = (f"the inner product of {u} and {v}", latex)
    return found


def plain(name: str | None) -> str:
    """The letters, digits and underscores of a name that PEPit made."""
    return re.sub(r"\W+|_$", "", name or "")


def worst_case(problem: PEP, identifier: str) -> float:
    """The value of the problem; raises UserError where there is none."""
    try:
        value = problem.solve(verbose=0, solver="CLARABEL")
    except cp.SolverError as error:
        raise UserError(f"{identifier}: the solver gives up ({error}); scale the problem") from None
    if value is None or not math.isfinite(value):
        status = problem.wrapper.prob.status
        remedy = REMEDIES.get(status.removesuffix("_inaccurate"), "scale the problem")
        raise UserError(f"{identifier}: the performance problem is {status}; {remedy}")
    return float(value)


def exact_proof(problem: PEP, identifier: str, denominator: int = 1000) -> Proof:
    """The exact rate of a problem, which is solved here, and its proof; raises `NotFound`.

    The problem has one performance metric and one initial condition `start <= 1`; its parameters
    are rationals with denominators up to `denominator`, as the rate is taken to be. The claim is
    metric <= rate * start, given those inequalities of the function class that have multipliers.
    Raises UserError, with the problem's status, if it has no finite worst case.
    """
    value = worst_case(problem, identifier)
    rate = sp.Rational(Fraction(value).limit_denominator(denominator))
    if abs(float(rate) - value) > 1e-5:
        raise NotFound(f"the rate {value} is no rational of denominator up to {denominator}")
    vectors = [real(plain(p.name) or f"v{p.counter}") for p in Point.list_of_leaf_points]
    values = {
        e: real(plain(e.name) or f"f{e.counter}") for e in Expression.list_of_leaf_expressions
    }
    symbols = {**values, **dict(zip(Point.list_of_leaf_points, vectors, strict=True))}

    def read(expression: Expression) -> sp.Expr:
        total = sp.Integer(0)
        for key, number in expression.decomposition_dict.items():
            exact = sp.Rational(Fraction(number).limit_denominator(denominator**2))
            factors = key if isinstance(key, tuple) else () if isinstance(key, int) else (key,)
            total += exact * sp.Mul(*(symbols[factor] for factor in factors))
        return total

    given, starts = {}, []
    for constraint in problem._list_of_constraints_sent_to_wrapper:
        expression = constraint.expression
        if problem.objective in expression.decomposition_dict:
            continue
        if expression.decomposition_dict.get(1):
            starts.append(1 + read(expression))
        elif abs(constraint.eval_dual()) > ACTIVE:
            op = ">=" if constraint.equality_or_inequality == "inequality" else "="
            given[plain(constraint.name)] = Relation(-read(expression), op, sp.Integer(0))
    if len(starts) != 1 or len(problem.list_of_performance_metrics) != 1:
        raise NotFound("one metric and one initial condition are needed")
    metric = read(problem.list_of_performance_metrics[0])
    says = f"The metric is at most {rate} times its initial bound."
    scalar = Claim(identifier, says, {}, given, le(metric, rate * starts[0]))
    claim, arguments = lift_proof(scalar, certificate(scalar, degree=2), vectors)
    return Proof(claim, arguments, rate)
