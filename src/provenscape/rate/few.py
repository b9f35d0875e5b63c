"""Exact proofs of few steps from neighbouring conditions, and what all steps take from them."""

from collections.abc import Sequence

from flint import fmpq, fmpq_mat

from provenscape.rate import worst
from provenscape.rate.checker import Certificate, Refused
from provenscape.rate.field import Unknown
from provenscape.rate.forms import Symbolic, matrix_of
from provenscape.rate.interior import Fails
from provenscape.rate.local import Form, Local, NoPattern, Role
from provenscape.search.algebraic import for_sympy

LeftOut = frozenset[tuple[Role, bool]]  # conditions by role, at the last stage or before


def prove(problem: Local) -> Certificate:
    """An exact proof of a problem with neighbouring conditions; raises NoPattern."""
    problem.require_homogeneous()
    try:
        proof = worst.prove(problem.problem)
    except (Fails, Unknown, Refused) as error:
        what = f"{problem.steps} steps are not proved from neighbouring ones"
        raise NoPattern(f"{what}: {error}") from None
    if proof.field.degree > 1:
        raise NoPattern(f"the rate of {problem.steps} steps is irrational")
    return proof


def point_matrix(problem: Local, proof: Certificate) -> fmpq_mat:
    """The Gram matrix of a worst case."""
    assert proof.point is not None
    size, zero = len(problem.problem.points), proof.field(0)
    pairs = [[(min(i, j), max(i, j)) for j in range(size)] for i in range(size)]
    return fmpq_mat([[proof.point.get(pair, zero)[0] for pair in line] for line in pairs])


def multiplier(proof: Certificate, number: int) -> fmpq:
    found = proof.multipliers.get(number)
    return fmpq(0) if found is None else found[0]


def given_of(problem: Local) -> Form:
    return problem.form(problem.given)


def metric_of(problem: Local) -> Form:
    """The metric itself, of the condition t − metric ≤ 0."""
    one = problem.form(problem.metric)
    linear = {k: -v for k, v in one.linear.items() if k != problem.problem.objective}
    return Form(one.square * fmpq(-1), linear)


def listed(one: Form, values: Sequence[int]) -> list[fmpq]:
    if any(v != 0 for k, v in one.linear.items() if k not in values):
        raise NoPattern("a value of another stage is needed")
    return [one.linear.get(i, fmpq(0)) for i in values]


def symbolic(one: Form, values: Sequence[int]) -> Symbolic:
    return Symbolic(matrix_of(one.square), tuple(map(for_sympy, listed(one, values))))


def moves(problem: Local, k: int) -> fmpq_mat:
    """The next state in terms of the present one and what is evaluated at it."""
    basis, later = problem.basis(k, k), fmpq_mat(problem.states[k + 1])
    try:
        found = basis.transpose() * (basis * basis.transpose()).inv()
    except ZeroDivisionError:
        raise NoPattern("the points of the state depend on each other") from None
    within_it = later * found
    if within_it * basis != later:
        raise NoPattern("a step needs more of the past than the state")
    return within_it
