"""A rate for every number N of steps, from the exact proofs for a few.

With the multipliers of a proof for N steps, what the last ones add to the metric is at most a form
of the state before them: maximized over what only they evaluate, it is the potential V(k, m) after
k steps, with m before the last. It does not rise, V(0, N−1) is at most the rate times the start,
and the metric is at most V(N−1, 0). Multipliers and potentials for N up to some six are fitted by
rational functions of k and m; that these prove every N is then an identity in k and m, which is
left to the kernel (`claim_file`). Where the metric is the form that is bounded at the start, one
step with its factor ρ is enough: N steps have ρᴺ.

Potentials: Taylor & Bach (2019).
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

import sympy as sp
from flint import fmpq, fmpq_mat

from provenscape.rate import worst
from provenscape.rate.checker import Certificate, Refused
from provenscape.rate.field import Unknown
from provenscape.rate.interior import Fails
from provenscape.rate.local import Form, Local, NoPattern, Role, local, within
from provenscape.search.algebraic import for_sympy

MOST = 7  # steps that are looked at
FEW = (2, 3)  # steps by which it is seen which conditions are needed
LeftOut = frozenset[tuple[Role, bool]]  # conditions by role, at the last stage or before
K, M, N = sp.symbols("k m N")
DEGREES = sorted(product(range(5), repeat=2), key=lambda d: (sum(d), max(d)))


@dataclass(frozen=True)
class Symbolic:
    """A form whose entries are functions of k and m, or of N.

    `least` multiplies the least metric over all steps, if that is what is bounded.
    """

    square: sp.Matrix
    linear: tuple[sp.Expr, ...]
    least: sp.Expr = sp.S.Zero
    constant: sp.Expr = sp.S.Zero


@dataclass(frozen=True)
class Weighted:
    """Conditions with multipliers, and squares with theirs, whose sum is a difference of forms.

    Conditions are forms too, each with its role; vectors are combinations of those of the form.
    """

    conditions: tuple[tuple[Role, sp.Expr, Symbolic], ...]
    squares: tuple[tuple[sp.Expr, sp.Matrix], ...]


@dataclass(frozen=True)
class Contraction:
    """One step, and so each, multiplies the form by at most the factor.

    `sizes`: vectors of a state, gradients and values of a step; `ahead`: those of the metric.
    """

    before: Symbolic
    after: Symbolic
    factor: sp.Expr
    moved: sp.Matrix
    step: Weighted
    sizes: tuple[int, int, int]
    ahead: tuple[int, int]


@dataclass(frozen=True)
class Potential:
    """V(k, m), its next value, what bounds it at the start and what it bounds at the end.

    `sizes`: vectors of a state, gradients and values of a stage; N is the number of the last
    stage, which is that of all steps less `shift`.
    """

    rate: sp.Expr
    start: Symbolic
    value: Symbolic
    after: Symbolic
    metric: Symbolic
    moved: sp.Matrix
    base: Weighted
    step: Weighted
    end: Weighted
    sizes: tuple[int, int, int]
    shift: int


def prove(path: Path, steps: int, left_out: LeftOut = frozenset()) -> tuple[Local, Certificate]:
    """An exact proof for so many steps from neighbouring conditions; raises NoPattern."""
    problem = local(path, steps).without(left_out)
    problem.require_homogeneous()
    try:
        proof = worst.prove(problem.problem)
    except (Fails, Unknown, Refused) as error:
        raise NoPattern(f"{steps} steps are not proved from neighbouring ones: {error}") from None
    if proof.field.degree > 1:
        raise NoPattern(f"the rate of {steps} steps is irrational")
    return problem, proof


def point_matrix(problem: Local, proof: Certificate) -> fmpq_mat:
    """The Gram matrix of a worst case."""
    assert proof.point is not None
    size, zero = len(problem.problem.points), proof.field(0)
    pairs = [[(min(i, j), max(i, j)) for j in range(size)] for i in range(size)]
    return fmpq_mat([[proof.point.get(pair, zero)[0] for pair in line] for line in pairs])


def multiplier(proof: Certificate, number: int) -> fmpq:
    found = proof.multipliers.get(number)
    return fmpq(0) if found is None else found[0]


# --- a step that contracts ---------------------------------------------------------------------


def contraction(path: Path, only: Collection[Role] | None = None) -> Contraction | None:
    """The proof of one step, where the metric is the form that is bounded at the start; from some
    conditions alone, if they are given."""
    whole = local(path, 1)
    places = (
        (r, s) for r, s in whole.roles.values() if only is not None and _seen(r, s) not in only
    )
    problem, proof = prove(path, 1, frozenset((r, s == whole.last) for r, s in places))
    start, end = given_of(problem), metric_of(problem)
    states, leaves, values = problem.states, problem.leaves, problem.values
    try:
        before = _symbolic(within(start, problem.basis(0, 0)), values[0])
        later = _symbolic(within(end, problem.basis(1, 1)), values[1])
    except NoPattern:
        return None
    if not _same(before, later):
        return None
    both = [*values[0], *values[1]]
    basis = problem.basis(0, 1)
    used = [
        (_seen(role, stage), for_sympy(weight), _symbolic(within(problem.form(i), basis), both))
        for i, (role, stage) in problem.roles.items()
        if (weight := multiplier(proof, i)) != 0
    ]
    factor = for_sympy(multiplier(proof, problem.given))
    wide = _symbolic(within(start, basis), both)
    after = _symbolic(within(end, basis), both)
    rest = difference(wide, after, factor, used)
    return Contraction(
        before,
        after,
        factor,
        matrix_of(_Chain(problem, proof).moves(0)),
        Weighted(tuple(used), squares(rest)),
        (len(states[0]), len(leaves[0]), len(values[0])),
        (len(leaves[1]), len(values[1])),
    )


def _seen(role: Role, stage: int) -> Role:
    """The role with stages relative to the second: stage 0 is −1."""
    function, table, *places = role
    shift = stage - 1
    moved = ((s if s == "fixed" else s + shift, at) for s, at in places)
    return (function, table, *moved)


def _same(one: Symbolic, two: Symbolic) -> bool:
    """Whether forms agree, of which one has zeros where the other has no vectors or values."""

    def entries(form: Symbolic) -> dict[Any, sp.Expr]:
        n = form.square.shape[0]
        found: dict[Any, sp.Expr] = {(i, j): form.square[i, j] for i in range(n) for j in range(n)}
        found |= dict(enumerate(form.linear))
        return {at: v for at, v in found.items() if v != 0}

    return entries(one) == entries(two)


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


def _symbolic(one: Form, values: Sequence[int]) -> Symbolic:
    return Symbolic(matrix_of(one.square), tuple(map(for_sympy, listed(one, values))))


def matrix_of(matrix: fmpq_mat) -> sp.Matrix:
    return sp.Matrix(matrix.nrows(), matrix.ncols(), [for_sympy(v) for v in matrix.entries()])


def difference(
    before: Symbolic,
    after: Symbolic,
    factor: sp.Expr,
    used: Sequence[tuple[Role, sp.Expr, Symbolic]],
) -> sp.Matrix:
    """factor · before − after + Σ multiplier · condition, whose linear part must vanish."""
    square = before.square * factor - after.square
    linear = [a * factor - b for a, b in zip(before.linear, after.linear, strict=True)]
    for _, weight, one in used:
        square += one.square * weight
        linear = [a + weight * b for a, b in zip(linear, one.linear, strict=True)]
    if any(sp.cancel(v) != 0 for v in linear):
        raise NoPattern("the fitted multipliers do not cancel the values")
    return square.applyfunc(sp.cancel)


def squares(matrix: sp.Matrix) -> tuple[tuple[sp.Expr, sp.Matrix], ...]:
    """The form as a sum of multiples of squares, by elimination from the last vector on."""
    rest, found = matrix, []
    for i in reversed(range(rest.shape[0])):
        pivot = sp.factor(rest[i, i])
        if pivot == 0:
            if any(v != 0 for v in rest.row(i)):
                raise NoPattern("the form of the remainder is not semidefinite")
            continue
        row = (rest.row(i) / pivot).applyfunc(sp.factor)
        found.append((pivot, row))
        rest = (rest - pivot * row.T * row).applyfunc(sp.cancel)
    return tuple(found)


# --- a potential -------------------------------------------------------------------------------


def potentials(path: Path) -> Iterator[Potential]:
    """Functions of k and m that fit the proofs of up to `MOST` steps: of the least potentials, and
    of those without a product; raises NoPattern where none are."""
    left_out = unneeded(path)
    chains = [_Chain(*prove(path, steps, left_out)) for steps in range(1, MOST + 1)]
    chains = [one for one in chains if one.last >= 1]
    failed: list[NoPattern] = []
    for form in (_Chain.values_at, _Chain.without_product):
        try:
            yield _potential(chains, form)
        except NoPattern as why:
            failed.append(why)
    if len(failed) == 2:
        raise failed[0]


def _potential(found: Sequence["_Chain"], form: Callable[["_Chain", int], Any]) -> Potential:
    last = found[-1]
    sizes = (
        len(last.problem.states[0]), len(last.problem.leaves[1]), len(last.problem.values[1])
    )  # fmt: skip
    for one in found:
        for s in range(one.last + 1):
            if (len(one.problem.leaves[s]), len(one.problem.values[s])) != sizes[1:]:
                raise NoPattern("stages do not evaluate the same things")
    inner = {(k, one.last - 1 - k): one for one in found for k in range(one.last)}
    steps = {at: one for at, one in inner.items() if at[1] > 0}
    ends = {one.last: one for one in found}

    def of_both(entry: Callable[["_Chain", int], fmpq], where: Any) -> sp.Expr:
        return fit({at: entry(one, at[0]) for at, one in where.items()}, (K, M))

    def of_last(entry: Callable[["_Chain"], fmpq]) -> sp.Expr:
        return fit({(n,): entry(one) for n, one in ends.items()}, (N,))

    value = _fitted(lambda entry: of_both(entry, inner), form, sizes)
    moved = sp.Matrix(
        sizes[0], sizes[0] + sizes[1],
        lambda i, j: of_both(lambda c, k: c.moves(k)[i, j], inner),
    )  # fmt: skip
    step = _used(last, range(1, last.last), lambda e: of_both(e, steps), lambda c, k: k + 1, sizes)
    base = _used(last, [0], lambda e: of_last(lambda c: e(c, 0)), lambda c, k: 0, sizes)
    end = _used(
        last, [last.last], lambda e: of_last(lambda c: e(c, c.last)), lambda c, k: c.last, sizes
    )
    rate = of_last(lambda c: multiplier(c.proof, c.problem.given))
    start = _symbolic(
        within(given_of(last.problem), last.problem.basis(0, 0)), last.problem.values[0]
    )
    stop = last.last
    whole = last.problem.basis(stop - 1, stop)
    metric = _symbolic(
        within(metric_of(last.problem), whole),
        [*last.problem.values[stop - 1], *last.problem.values[stop]],
    )
    after = following(value, moved, sizes)
    first = value_at(value, {K: 0, M: N - 1})
    at_end = value_at(value, {K: N - 1, M: 0})
    return Potential(
        rate, start, value, after, metric, moved,
        Weighted(base, squares(difference(start, first, rate, base))),
        Weighted(step, squares(difference(widened(value, sizes), after, sp.Integer(1), step))),
        Weighted(end, squares(difference(widened(at_end, sizes), metric, sp.Integer(1), end))),
        sizes,
        MOST - last.last,
    )  # fmt: skip


def unneeded(path: Path) -> LeftOut:
    """Conditions without which two and three steps have the same rate, each at the last stage, or
    before: what is left has, as a rule, one proof, so that multipliers can be compared."""
    left_out: LeftOut = frozenset()
    rates = [prove(path, steps)[1].rate for steps in FEW]

    def enough(trial: LeftOut) -> bool:
        try:
            found = [prove(path, steps, trial)[1].rate for steps in FEW]
        except NoPattern:
            return False
        return found == rates

    for role in reversed(list(dict.fromkeys(r for r, _ in local(path, FEW[-1]).roles.values()))):
        for places in ((False, True), (False,), (True,)):
            trial = left_out | {(role, place) for place in places}
            if enough(trial):
                left_out = trial
                break
    return left_out


class _Chain:
    """The potentials of one proof, as numbers."""

    def __init__(self, problem: Local, proof: Certificate) -> None:
        self.problem, self.proof, self.last = problem, proof, problem.last
        self._values: dict[int, Form] = {}

    def values_at(self, k: int) -> tuple[Form, list[int]]:
        """The potential in the state before stage k and what that evaluates."""
        if k not in self._values:
            total = metric_of(self.problem)
            for i, (_, stage) in self.problem.roles.items():
                if stage > k:
                    total = total.plus(self.problem.form(i), -multiplier(self.proof, i))
            here = within(total, self.problem.basis(k, self.last))
            kept = len(self.problem.states[k]) + len(self.problem.leaves[k])
            self._values[k] = Form(_maximized(here.square, kept), here.linear)
        return self._values[k], self.problem.values[k]

    def without_product(self, k: int) -> tuple[Form, list[int]]:
        """A larger form with the same value and slope at the worst case, in the squares of the
        next state and the gradient alone; for one state and one gradient, on a line."""
        (least, values), moves = self.values_at(k), self.moves(k)
        a, b = self._direction(k)
        if (moves.nrows(), moves.ncols()) != (1, 2) or moves[0, 0] != 1:
            raise NoPattern("the state of a step is more than a point")
        length = -moves[0, 1]  # of the step: the next state is x − length·g
        square = least.square
        below = b * (length * b - a)
        if below == 0:
            raise NoPattern("the worst case is no guide to another potential")
        more = -(length * square[0, 0] + square[0, 1]) / below
        turned = fmpq_mat([[b * b, -a * b], [-a * b, a * a]])
        return Form(square + turned * more, least.linear), values

    def _direction(self, k: int) -> tuple[fmpq, fmpq]:
        """Of state and gradient in a worst case in dimension one, up to a factor."""
        if self.proof.point is None:
            raise NoPattern("no worst case is known")
        gram = point_matrix(self.problem, self.proof)
        basis = self.problem.basis(k, k)
        inner = basis * gram * basis.transpose()
        if inner.nrows() != 2 or inner.det() != 0:
            raise NoPattern("the worst case is in more than one dimension")
        first = 0 if inner[0, 0] != 0 else 1
        return inner[first, 0], inner[first, 1]

    def moves(self, k: int) -> fmpq_mat:
        return moves(self.problem, k)


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


def _maximized(square: fmpq_mat, kept: int) -> fmpq_mat:
    """Of a form, concave in the vectors after the first ones, its maximum over these."""
    n = square.nrows()
    rest = [[square[i, j] for j in range(n)] for i in range(n)]
    for k in reversed(range(kept, n)):
        pivot = rest[k][k]
        if pivot > 0 or (pivot == 0 and any(v != 0 for v in rest[k][: k + 1])):
            raise NoPattern("the last steps do not bound the metric by themselves")
        for i in range(k) if pivot != 0 else ():
            factor = rest[i][k] / pivot
            for j in range(k):
                rest[i][j] -= factor * rest[k][j]
    return fmpq_mat([line[:kept] for line in rest[:kept]])


def _fitted(
    fitted: Callable[[Callable[[_Chain, int], fmpq]], sp.Expr],
    of: Callable[[_Chain, int], tuple[Form, Sequence[int]]],
    sizes: tuple[int, int, int],
) -> Symbolic:
    n = sizes[0] + sizes[1]
    entries = {
        (i, j): fitted(lambda c, k, i=i, j=j: of(c, k)[0].square[i, j])  # type: ignore[misc]
        for i in range(n) for j in range(i + 1)
    }  # fmt: skip
    linear = tuple(
        fitted(lambda c, k, at=at: listed(*of(c, k))[at])  # type: ignore[misc]
        for at in range(sizes[2])
    )
    return Symbolic(sp.Matrix(n, n, lambda i, j: entries[max(i, j), min(i, j)]), linear)


def _used(
    sample: _Chain,
    stages: Sequence[int],
    fitted: Callable[[Callable[[_Chain, int], fmpq]], sp.Expr],
    stage: Callable[[_Chain, int], int],
    sizes: tuple[int, int, int],
) -> tuple[tuple[Role, sp.Expr, Symbolic], ...]:
    """The conditions of a stage with fitted multipliers, in the state before the one before it."""
    roles = dict.fromkeys(r for i, (r, s) in sample.problem.roles.items() if s in stages)
    used = []
    for role in roles:
        numbers: dict[int, dict[int, int]] = {}

        def number(c: _Chain, k: int, role: Role = role, numbers: Any = numbers) -> int:
            known = numbers.setdefault(
                id(c), {s: i for i, (r, s) in c.problem.roles.items() if r == role}
            )
            if stage(c, k) not in known:
                raise NoPattern("a condition has no neighbour of its kind")
            return int(known[stage(c, k)])

        weight = fitted(lambda c, k: multiplier(c.proof, number(c, k)))
        if weight == 0:
            continue

        def here(c: _Chain, k: int) -> tuple[Form, list[int]]:
            s = stage(c, k)
            first = max(s - 1, 0)
            values = [v for at in range(first, s + 1) for v in c.problem.values[at]]
            return within(c.problem.form(number(c, k)), c.problem.basis(first, s)), values

        wide = sizes if stages[0] == 0 else (sizes[0], 2 * sizes[1], 2 * sizes[2])
        used.append((role, weight, _fitted(fitted, here, wide)))
    return tuple(used)


def widened(value: Symbolic, sizes: tuple[int, int, int]) -> Symbolic:
    """The form, with what the next stage evaluates as further vectors and values."""
    return replace(
        value,
        square=sp.diag(value.square, sp.zeros(sizes[1], sizes[1])),
        linear=(*value.linear, *[sp.Integer(0)] * sizes[2]),
    )


def following(
    value: Symbolic, moved: sp.Matrix, sizes: tuple[int, int, int], after: sp.Expr = K + 1
) -> Symbolic:
    """The potential after a step, in terms of the state before it."""
    later = value_at(value, {K: after, M: M - 1})
    n, g, v = sizes
    move = sp.Matrix.vstack(
        sp.Matrix.hstack(moved, sp.zeros(n, g)), sp.Matrix.hstack(sp.zeros(g, n + g), sp.eye(g))
    )
    return replace(
        later, square=move.T * later.square * move, linear=(*[sp.Integer(0)] * v, *later.linear)
    )


def value_at(value: Symbolic, at: Mapping[Any, Any]) -> Symbolic:
    """The form with other numbers of steps."""
    return Symbolic(
        value.square.xreplace(dict(at)).applyfunc(sp.factor),
        tuple(sp.factor(v.xreplace(dict(at))) for v in value.linear),
        *(sp.factor(v.xreplace(dict(at))) for v in (value.least, value.constant)),
    )


def weighted_at(part: Weighted, at: Mapping[Any, Any]) -> Weighted:
    """The conditions and squares with other numbers of steps."""
    at = dict(at)
    used = ((role, weight.xreplace(at), value_at(one, at)) for role, weight, one in part.conditions)
    found = ((weight.xreplace(at), row.xreplace(at)) for weight, row in part.squares)
    return Weighted(tuple(used), tuple(found))


def fit(values: Mapping[tuple[int, ...], fmpq], symbols: Sequence[sp.Symbol]) -> sp.Expr:
    """The rational function of least degree through all the values; raises NoPattern."""
    for above, below in DEGREES:
        tops, bottoms = _monomials(above, len(symbols)), _monomials(below, len(symbols))
        if len(tops) + len(bottoms) > len(values) + (above + below == 0):
            continue
        rows = [
            [_power(at, e) for e in tops] + [-v * _power(at, e) for e in bottoms]
            for at, v in values.items()
        ]
        reduced, rank = fmpq_mat(rows).rref()
        if rank == len(tops) + len(bottoms):
            continue
        made = _function(_kernel(reduced, rank), tops, bottoms, symbols)
        if made is not None and _passes(made, values, symbols):
            return made
    raise NoPattern("the multipliers for few steps are no simple functions of their number")


def _passes(
    made: sp.Expr, values: Mapping[tuple[int, ...], fmpq], symbols: Sequence[sp.Symbol]
) -> bool:
    """Whether the function has the values, also where a common factor was cancelled."""
    points = (dict(zip(symbols, at, strict=True)) for at in values)
    return all(made.subs(p) == for_sympy(v) for p, v in zip(points, values.values(), strict=True))


def _kernel(reduced: fmpq_mat, rank: int) -> list[fmpq]:
    """A vector that the rows annihilate: one for the first unknown that is free."""
    n = reduced.ncols()
    pivots = []
    for i in range(rank):
        pivots.append(next(j for j in range(n) if reduced[i, j] != 0))
    free = next(j for j in range(n) if j not in pivots)
    vector = [fmpq(0)] * n
    vector[free] = fmpq(1)
    for i, pivot in enumerate(pivots):
        vector[pivot] = -reduced[i, free]
    return vector


def _function(
    vector: Sequence[fmpq], tops: Any, bottoms: Any, symbols: Sequence[sp.Symbol]
) -> sp.Expr | None:
    def polynomial(coefficients: Sequence[fmpq], exponents: Any) -> sp.Expr:
        terms = zip(coefficients, exponents, strict=True)
        return sp.Add(*(for_sympy(c) * sp.Mul(*map(sp.Pow, symbols, e)) for c, e in terms))

    over = polynomial(vector[: len(tops)], tops)
    under = polynomial(vector[len(tops) :], bottoms)
    return None if under == 0 else sp.factor(over / under)


def _monomials(degree: int, variables: int) -> list[tuple[int, ...]]:
    return [e for e in product(range(degree + 1), repeat=variables) if sum(e) <= degree]


def _power(at: tuple[int, ...], exponents: tuple[int, ...]) -> fmpq:
    total = 1
    for base, exponent in zip(at, exponents, strict=True):
        total *= base**exponent
    return fmpq(total)
