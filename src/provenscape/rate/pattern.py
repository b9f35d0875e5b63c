"""A rate for every number N of steps, from the exact proofs for a few.

With the multipliers of a proof for N steps, what the last ones add to the metric is at most a form
of the state before them: maximized over what only they evaluate, it is the potential V(k, m) after
k steps, with m before the last. It does not rise, V(0, N−1) is at most the rate times the start,
and the metric is at most V(N−1, 0). Multipliers and potentials for N up to some six are fitted by
rational functions of k and m; that these prove every N is then an identity in k and m, which is
left to the kernel (`claim_file`).

Potentials: Taylor & Bach (2019).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sympy as sp
from flint import fmpq, fmpq_mat

from provenscape.rate import sparse
from provenscape.rate.checker import Certificate
from provenscape.rate.few import (
    LeftOut,
    given_of,
    listed,
    metric_of,
    moves,
    multiplier,
    point_matrix,
    prove,
    symbolic,
)
from provenscape.rate.field import numeric
from provenscape.rate.fitting import fit
from provenscape.rate.forms import (
    K,
    M,
    N,
    Symbolic,
    Weighted,
    difference,
    following,
    squares,
    value_at,
    widened,
)
from provenscape.rate.local import Form, Local, NoPattern, Role, local, within

MOST = 7  # steps that are looked at
FEW = (2, 3)  # steps by which it is seen which conditions are needed
DIFFERS = 1e-3  # of a rate from another, more than a solver errs
Proof = tuple[Local, Certificate]


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


def potentials(path: Path) -> Iterator[Potential]:
    """Functions of k and m that fit the proofs of up to `MOST` steps: of the least potentials, and
    of those without a product; raises NoPattern where none are."""
    left_out, found = _few({steps: local(path, steps) for steps in FEW})
    for steps in range(1, MOST + 1):
        if steps not in found:
            found[steps] = _proof(local(path, steps), left_out)
    chains = [_Chain(*found[steps]) for steps in sorted(found)]
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
    start = symbolic(
        within(given_of(last.problem), last.problem.basis(0, 0)), last.problem.values[0]
    )
    stop = last.last
    whole = last.problem.basis(stop - 1, stop)
    metric = symbolic(
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


def _few(problems: Mapping[int, Local]) -> tuple[LeftOut, dict[int, Proof]]:
    """Conditions without which two and three steps have the same rate, each at the last stage, or
    before, and the proofs of these steps: what is left has, as a rule, one proof, so that
    multipliers can be compared."""
    left_out: LeftOut = frozenset()
    found = {steps: _proof(problems[steps], left_out) for steps in FEW}

    def enough(trial: LeftOut) -> bool:
        nonlocal found
        if any(
            _differs(problems[steps].without(trial), proof) for steps, (_, proof) in found.items()
        ):
            return False
        shorter = {}
        for steps, (_, proof) in found.items():
            try:
                shorter[steps] = _proof(problems[steps], trial)
            except NoPattern:
                return False
            if shorter[steps][1].rate != proof.rate:
                return False
        found = shorter
        return True

    for role in reversed(list(dict.fromkeys(r for r, _ in problems[FEW[-1]].roles.values()))):
        for places in ((False, True), (False,), (True,)):
            trial = left_out | {(role, place) for place in places}
            if enough(trial):
                left_out = trial
                break
    return left_out, found


def _differs(problem: Local, proof: Certificate) -> bool:
    """Whether another rate than that of a proof is seen, in double precision."""
    found, known = sparse.rate(problem.problem, numeric), float(proof.field.ball(proof.rate))
    return found is not None and abs(found - known) > DIFFERS * max(1.0, abs(known))


def _proof(problem: Local, left_out: LeftOut) -> Proof:
    smaller = problem.without(left_out)
    return smaller, prove(smaller)


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
