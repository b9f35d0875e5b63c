"""A semidefinite program solved to many digits.

Maximize the value t over the Gram matrix G and the function values, under affine conditions (module
`problem`): a primal-dual interior-point method, infeasible start, HKM direction, predictor and
corrector (Helmberg, Rendl, Vanderbei & Wolkowicz 1996; Mehrotra 1992), in FLINT's numbers of some
hundred bits. Its solution is near the middle of the face of all solutions, so that what is zero on
the whole face, and that alone, is small. Nothing here is trusted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from flint import arb, arb_mat, ctx
from scipy.linalg import qr

from provenscape.rate.problem import Affine, Problem

Sparse = dict[tuple[int, int], Any]
START = 100  # multiple of the identity at which both matrices start
SHORT = 0.95  # of the step to the boundary
CENTRED = 0.02  # the least share of the gap that a step aims at: it stays near the middle
ITERATIONS = 250


class Fails(Exception):
    """The program has no solution that the method reaches; says what was seen."""


@dataclass
class Solution:
    """Values of the unknowns by place; Gram matrix and slacks; their multipliers; gap.

    `slack` and `multiplier` have one entry for each inequality in order; `forms` and `duals` are
    the matrices that are semidefinite, G first, and their multipliers.
    """

    unknowns: dict[Any, Any]
    slack: list[Any]
    multiplier: list[Any]
    forms: list[arb_mat]
    duals: list[arb_mat]
    gap: float
    points: list[int]


@dataclass
class _Block:
    """C + Σ w_i B_i, semidefinite, of size n; a block of size 1 is an inequality."""

    n: int
    constant: arb_mat
    parts: list[Sparse]

    def at(self, w: Sequence[Any]) -> arb_mat:
        total = [list(row) for row in self.constant.tolist()]
        for value, part in zip(w, self.parts, strict=True):
            for (a, b), c in part.items():
                total[a][b] += value * c
        return arb_mat(total).mid()

    def linear(self, w: Sequence[Any]) -> arb_mat:
        return (self.at(w) - self.constant).mid()


def _inner(part: Sparse, entries: list[Any], n: int) -> Any:
    return sum((c * entries[a * n + b] for (a, b), c in part.items()), arb(0))


def _floats(matrix: arb_mat) -> np.ndarray:
    flat = np.array([float(v) for v in matrix.entries()])
    return flat.reshape(matrix.nrows(), matrix.ncols())


def cholesky(matrix: arb_mat) -> arb_mat:
    """The lower factor; raises Fails for a matrix that is not positive definite."""
    rows, n = matrix.tolist(), matrix.nrows()
    lower = [[arb(0)] * n for _ in range(n)]
    for j in range(n):
        pivot = rows[j][j] - sum((v * v for v in lower[j][:j]), arb(0))
        if not pivot > 0:
            raise Fails("a matrix of the method is no longer positive definite")
        lower[j][j] = pivot.sqrt().mid()
        for i in range(j + 1, n):
            dot = sum((lower[i][k] * lower[j][k] for k in range(j)), arb(0))
            lower[i][j] = ((rows[i][j] - dot) / lower[j][j]).mid()
    return arb_mat(lower)


def _reach(matrix: arb_mat, step: arb_mat) -> float:
    """How far the matrix can go along the step and stay semidefinite."""
    if matrix.nrows() == 1:
        ratio = float(step[0, 0] / matrix[0, 0])
        return -1 / ratio if ratio < 0 else np.inf
    inverse = _inverse(cholesky(matrix))
    least = float(np.linalg.eigvalsh(_floats(inverse * step * inverse.transpose()))[0])
    return -1 / least if least < 0 else np.inf


def essential(problem: Problem, numeric: Callable[[Any], Any]) -> list[int]:
    """Points left when as many as can be are put at 0, which changes no condition.

    A common kernel of the matrices of all conditions says which shifts of points change nothing:
    moving all iterates together, as a rule.
    """
    n = len(problem.points)
    rows = [np.zeros((1, n))]
    affines = [c.affine for c in problem.conditions]
    affines += [entry for _, matrix in problem.matrices for line in matrix for entry in line]
    for affine in affines:
        square = np.zeros((n, n))
        for key, value in affine.items():
            if key != 1 and key[0] != "value":
                square[key] += float(numeric(value)) / 2
                square[key[::-1]] += float(numeric(value)) / 2
        rows.append(square)
    stacked = np.vstack(rows)
    _, upper, order = qr(stacked[np.abs(stacked).max(axis=1) > 0], mode="economic", pivoting=True)
    sizes = np.abs(np.diag(upper))
    return sorted(int(i) for i in order[: int((sizes > 1e-9 * sizes.max(initial=1e-9)).sum())])


def _inverse(matrix: arb_mat) -> arb_mat:
    n = matrix.nrows()
    identity = arb_mat(n, n, [int(i == j) for i in range(n) for j in range(n)])
    return matrix.solve(identity, algorithm="approx").mid()


def _symmetric(matrix: arb_mat) -> arb_mat:
    return ((matrix + matrix.transpose()) * arb("0.5")).mid()


def _eliminate(rows: list[dict[Any, Any]]) -> dict[Any, dict[Any, Any]]:
    """Places that equalities determine, each affine in the others."""
    solved: dict[Any, dict[Any, Any]] = {}
    for row in rows:
        now: dict[Any, Any] = {}
        for key, c in row.items():
            for k, v in solved[key].items() if key in solved else [(key, arb(1))]:
                now[k] = (now.get(k, arb(0)) + c * v).mid()
        now = {k: v for k, v in now.items() if abs(float(v)) > 1e-40}
        free = [k for k in now if k != 1]
        if not free:
            if now:
                raise Fails("the equalities contradict each other")
            continue
        pivot = max(free, key=lambda k: (k[0] == "value", abs(float(now[k]))))
        scale = now.pop(pivot)
        rule = {k: (-v / scale).mid() for k, v in now.items()}
        for other in solved.values():
            c = other.pop(pivot, None)
            for k, v in rule.items() if c is not None else ():
                other[k] = (other.get(k, arb(0)) + c * v).mid()
        solved[pivot] = rule
    return solved


def solve(problem: Problem, numeric: Callable[[Any], Any], digits: int, prec: int) -> Solution:
    """The solution with a relative gap of about 10^-digits, at a precision of prec bits."""
    before = ctx.prec
    ctx.prec = prec
    try:
        return _solve(problem, numeric, digits)
    except ZeroDivisionError:
        raise Fails("a system of the method is singular") from None
    finally:
        ctx.prec = before


def _solve(problem: Problem, numeric: Callable[[Any], Any], digits: int) -> Solution:
    kept_points = essential(problem, numeric)
    conditions = [
        ({k: numeric(v) for k, v in c.affine.items()}, c.equality) for c in problem.conditions
    ]
    lmis = [
        [[{k: numeric(v) for k, v in entry.items()} for entry in row] for row in rows]
        for _, rows in problem.matrices
    ]
    equalities = [row for row, equal in conditions if equal]
    gone = set(range(len(problem.points))) - set(kept_points)
    for rows in lmis:
        for i in range(len(rows)):
            for j in range(i):
                apart = dict(rows[i][j])
                for k, v in rows[j][i].items():
                    apart[k] = apart.get(k, arb(0)) - v
                equalities.append({k: v for k, v in apart.items() if not v == 0})
    objective = ("value", problem.objective)
    keys = [(i, j) for i in kept_points for j in kept_points if i <= j]
    used = {k for row, _ in conditions for k in row} | {
        k for rows in lmis for line in rows for entry in line for k in entry
    }
    keys += sorted(k for k in used if k != 1 and k[0] == "value")
    if objective not in keys:
        raise Fails("no metric bounds the objective")
    solved = _eliminate([{k: v for k, v in row.items() if k == 1 or k[0] == "value" or not gone & set(k)}
                         for row in equalities])
    free = [k for k in keys if k not in solved]
    place = {k: i for i, k in enumerate(free)}

    def reduced(row: dict[Any, Any]) -> tuple[Any, dict[int, Any]]:
        constant, linear = arb(0), {}
        for key, c in row.items():
            if not (key == 1 or key in solved or key in place):
                continue
            for k, v in solved[key].items() if key in solved else [(key, arb(1))]:
                if k == 1:
                    constant += c * v
                else:
                    linear[place[k]] = (linear.get(place[k], arb(0)) + c * v).mid()
        return constant.mid(), {i: v for i, v in linear.items() if not v == 0}

    def block(rows: Sequence[Sequence[dict[Any, Any]]]) -> _Block:
        size = len(rows)
        constant, parts = [[arb(0)] * size for _ in range(size)], [{} for _ in free]
        for a in range(size):
            for b in range(size):
                constant[a][b], linear = reduced(rows[max(a, b)][min(a, b)])
                for i, v in linear.items():
                    parts[i][(a, b)] = v
        return _Block(size, arb_mat(constant), parts)

    gram = [[{(min(i, j), max(i, j)): arb(1)} for j in kept_points] for i in kept_points]
    blocks = [block(gram), *(block(rows) for rows in lmis)]
    large = len(blocks)
    for row, equal in conditions:
        if not equal:
            blocks.append(block([[{k: -v for k, v in row.items()}]]))
    _, goal = reduced({objective: arb(1)})
    b = [goal.get(i, arb(0)) for i in range(len(free))]
    kept = _independent(blocks, len(free))
    for one in blocks:
        one.parts = [one.parts[i] for i in kept]
    w, forms, duals, gap = _iterate(blocks, [b[i] for i in kept], digits)
    unknowns = dict.fromkeys(free, arb(0)) | dict(zip([free[i] for i in kept], w, strict=True))
    for key, rule in solved.items():
        unknowns[key] = sum((v * (1 if k == 1 else unknowns[k]) for k, v in rule.items()), arb(0))
    return Solution(
        unknowns,
        [f[0, 0] for f in forms[large:]],
        [d[0, 0] for d in duals[large:]],
        forms[:large],
        duals[:large],
        gap,
        kept_points,
    )


def _independent(blocks: Sequence[_Block], p: int) -> list[int]:
    """Unknowns of which no combination leaves all blocks as they are: values may be shifted."""
    rows = [
        [float(part.get((a, c), 0)) for part in block.parts]
        for block in blocks
        for a in range(block.n)
        for c in range(a + 1)
    ]
    _, upper, order = qr(np.array(rows), mode="economic", pivoting=True)
    sizes = np.abs(np.diag(upper))
    return sorted(int(i) for i in order[: int((sizes > 1e-9 * sizes[0]).sum())])


def _iterate(
    blocks: list[_Block], b: list[Any], digits: int
) -> tuple[list[Any], list[arb_mat], list[arb_mat], float]:
    p, size = len(b), sum(block.n for block in blocks)
    identity = {
        k: arb_mat(k, k, [int(i == j) for i in range(k) for j in range(k)])
        for k in {block.n for block in blocks}
    }
    Z = [identity[block.n] * arb(START) for block in blocks]
    X = [identity[block.n] * arb(START) for block in blocks]
    w = [arb(0)] * p
    inside = [[i for i in range(p) if block.parts[i]] for block in blocks]
    for _ in range(ITERATIONS):
        mu = sum((_trace(x, z) for x, z in zip(X, Z, strict=True)), arb(0)) / size
        rest = [(k.at(w) - z).mid() for k, z in zip(blocks, Z, strict=True)]
        lacking = list(b)
        for k, x, active in zip(blocks, X, inside, strict=True):
            entries = x.entries()
            for i in active:
                lacking[i] = lacking[i] + _inner(k.parts[i], entries, k.n)
        unmet = max([abs(float(v)) for v in lacking] + [0.0])
        apart = max(float(np.abs(_floats(r)).max()) for r in rest)
        if max(float(mu), unmet, apart) < 10.0**-digits:
            return w, Z, X, float(mu) * size
        inverse = [_inverse(z) for z in Z]
        M = [[arb(0)] * p for _ in range(p)]
        for k, x, zi, active in zip(blocks, X, inverse, inside, strict=True):
            if k.n == 1:
                ratio = (x[0, 0] * zi[0, 0]).mid()
                for i in active:
                    c = k.parts[i][(0, 0)] * ratio
                    for j in active:
                        if j <= i:
                            M[i][j] += c * k.parts[j][(0, 0)]
                continue
            for i in active:
                part = arb_mat(k.n, k.n)
                for (r, s), v in k.parts[i].items():
                    part[r, s] = v
                entries = (x * part * zi).entries()
                for j in active:
                    if j <= i:
                        M[i][j] += _inner(k.parts[j], entries, k.n)
        for i in range(p):
            for j in range(i):
                M[j][i] = M[i][j]
        matrix = arb_mat(M).mid()
        factor = _inverse(matrix) if p <= 40 else None
        back = [_symmetric(x * r * zi) for x, r, zi in zip(X, rest, inverse, strict=True)]

        def direction(
            target: Any, second: list[arb_mat] | None
        ) -> tuple[list[Any], list[arb_mat], list[arb_mat]]:
            centre = [
                (zi * target - r - (s if second else r * 0)).mid()
                for zi, r, s in zip(inverse, back, second or back, strict=True)
            ]
            right = list(b)
            for k, c, active in zip(blocks, centre, inside, strict=True):
                entries = c.entries()
                for i in active:
                    right[i] = right[i] + _inner(k.parts[i], entries, k.n)
            column = arb_mat(p, 1, [v.mid() for v in right])
            dw = (factor * column if factor is not None else matrix.solve(column, algorithm="approx")).mid().entries()
            dZ = [(k.linear(dw) + r).mid() for k, r in zip(blocks, rest, strict=True)]
            dX = [
                (c - x - _symmetric(x * k.linear(dw) * zi)).mid()
                for c, x, k, zi in zip(centre, X, blocks, inverse, strict=True)
            ]
            return dw, dX, dZ

        _, aX, aZ = direction(arb(0), None)
        ax = min(1.0, SHORT * min(_reach(x, d) for x, d in zip(X, aX, strict=True)))
        az = min(1.0, SHORT * min(_reach(z, d) for z, d in zip(Z, aZ, strict=True)))
        ahead = (
            sum(
                (
                    _trace(x + dx * arb(ax), z + dz * arb(az))
                    for x, dx, z, dz in zip(X, aX, Z, aZ, strict=True)
                ),
                arb(0),
            )
            / size
        )
        shrink = max(min(1.0, max(float(ahead / mu), 0.0)) ** 2, CENTRED)
        if ax < 0.2 or az < 0.2:
            shrink = max(shrink, 0.3)
        second = [_symmetric(dx * dz * zi) for dx, dz, zi in zip(aX, aZ, inverse, strict=True)]
        dw, dX, dZ = direction((mu * arb(shrink)).mid(), second)
        ax = min(1.0, SHORT * min(_reach(x, d) for x, d in zip(X, dX, strict=True)))
        az = min(1.0, SHORT * min(_reach(z, d) for z, d in zip(Z, dZ, strict=True)))
        if max(ax, az) < 1e-6:
            raise Fails("the steps of the method become short: no interior, or no solution")
        X = [_symmetric(x + d * arb(ax)) for x, d in zip(X, dX, strict=True)]
        Z = [_symmetric(z + d * arb(az)) for z, d in zip(Z, dZ, strict=True)]
        w = [(v + arb(az) * d).mid() for v, d in zip(w, dw, strict=True)]
    raise Fails(f"no solution to {digits} digits after {ITERATIONS} steps of the method")


def _trace(x: arb_mat, z: arb_mat) -> Any:
    return sum((u * v for u, v in zip(x.entries(), z.entries(), strict=True)), arb(0))
