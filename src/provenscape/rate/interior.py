"""The dual of a performance problem, solved to many digits.

Unknown are the multipliers λ_j and Λ_k (module `checker` has the identity); the least τ is sought
for which the form S of the Gram matrix, the Λ_k and the λ_j of inequalities are semidefinite: a
primal-dual interior-point method, infeasible start, HKM direction, predictor and corrector
(Helmberg, Rendl, Vanderbei & Wolkowicz 1996; Mehrotra 1992), in FLINT's numbers of some hundred
bits. It ends near the middle of the face of all solutions, so that what is zero on the whole face,
and that alone, is small. Nothing here is trusted.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from flint import arb, arb_mat, ctx
from scipy.linalg import qr

from provenscape.rate.problem import Problem

Sparse = dict[tuple[int, int], Any]
Row = dict[Any, Any]
START = 10**2  # multiple of the identity at which all matrices start
SHORT = 0.95  # of the step to the boundary
CENTRED = 0.02  # the least share of the gap that a step aims at: it stays near the middle
STEPS = (60, 3)  # at most so many, and so many more for each digit
NOTHING = 1e-40  # below, a coefficient is 0
HALF = arb(0.5)


class Fails(Exception):
    """The program has no solution that the method reaches; says what was seen."""


@dataclass
class Solution:
    """Multipliers, and what they multiply, numerically.

    `multiplier` by number of the condition and `slack` by number of the inequality, of those that
    were kept; `duals` are S and the Λ_k, `forms` the Gram matrix of `points` and the matrices;
    `values` the function values.
    """

    multiplier: dict[int, Any]
    slack: dict[int, Any]
    duals: list[arb_mat]
    forms: list[arb_mat]
    points: list[int]
    values: dict[Any, Any]
    rate: Any


@dataclass
class _Block:
    """C + Σ w_i B_i, to be semidefinite, of size n."""

    n: int
    constant: arb_mat
    parts: list[Sparse]

    def linear(self, w: Sequence[Any]) -> arb_mat:
        total = arb_mat(self.n, self.n)
        for value, part in zip(w, self.parts, strict=True):
            for (a, b), c in part.items():
                total[a, b] = total[a, b] + value * c
        return total.mid()


@dataclass
class _Line:
    """c + Σ w_i b_i, not to be negative."""

    constant: Any
    parts: dict[int, Any]

    def linear(self, w: Sequence[Any]) -> Any:
        return sum((w[i] * c for i, c in self.parts.items()), arb(0)).mid()


class _Method:
    """The iteration: maximize b·w over blocks and lines; X and x are the multipliers, Z and z the
    slacks."""

    def __init__(self, blocks: list[_Block], lines: list[_Line], b: list[Any], start: int) -> None:
        self.blocks, self.lines, self.b = blocks, lines, b
        self.size = sum(block.n for block in blocks) + len(lines)
        self.w = [arb(0)] * len(b)
        self.X = [_identity(block.n) * arb(start) for block in blocks]
        self.Z = [_identity(block.n) * arb(start) for block in blocks]
        self.x, self.z = [arb(start)] * len(lines), [arb(start)] * len(lines)
        self.inside = [[i for i in range(len(b)) if k.parts[i]] for k in blocks]

    def gap(self) -> Any:
        return (_products(self.X, self.Z) + _dot(self.x, self.z)) / self.size

    def run(self, digits: int) -> None:
        most = STEPS[0] + STEPS[1] * digits
        for _ in range(most):
            rest = [
                (k.constant + k.linear(self.w) - z).mid()
                for k, z in zip(self.blocks, self.Z, strict=True)
            ]
            left = [
                (k.constant + k.linear(self.w) - z).mid()
                for k, z in zip(self.lines, self.z, strict=True)
            ]
            unmet = max((abs(float(v)) for v in self._against(self.X, self.x)), default=0.0)
            apart = max((float(np.abs(_floats(r)).max()) for r in rest), default=0.0)
            apart = max([apart, *(abs(float(v)) for v in left)])
            if max(float(self.gap()), unmet, apart) < 10.0**-digits:
                return
            self._step(rest, left)
        raise Fails(f"no solution to {digits} digits after {most} steps of the method")

    def _against(self, matrices: Sequence[arb_mat], numbers: Sequence[Any]) -> list[Any]:
        """b_i + Σ ⟨B_i, matrix⟩ of all unknowns."""
        total = list(self.b)
        for k, matrix, active in zip(self.blocks, matrices, self.inside, strict=True):
            entries = matrix.entries()
            for i in active:
                total[i] = total[i] + _inner(k.parts[i], entries, k.n)
        for line, number in zip(self.lines, numbers, strict=True):
            for i, c in line.parts.items():
                total[i] = total[i] + c * number
        return total

    def _system(self, inverse: Sequence[arb_mat]) -> arb_mat:
        """Of ⟨B_i, X B_j Z⁻¹⟩, summed over blocks and lines."""
        p = len(self.b)
        M = [[arb(0)] * p for _ in range(p)]
        for k, x, zi, active in zip(self.blocks, self.X, inverse, self.inside, strict=True):
            for i in active:
                part = arb_mat(k.n, k.n)
                for (r, s), v in k.parts[i].items():
                    part[r, s] = v
                entries = (x * part * zi).entries()
                for j in active:
                    if j <= i:
                        M[i][j] += _inner(k.parts[j], entries, k.n)
        for line, above, below in zip(self.lines, self.x, self.z, strict=True):
            for i, c in line.parts.items():
                weight = c * above / below
                for j, d in line.parts.items():
                    if j <= i:
                        M[i][j] += weight * d
        for i in range(p):
            for j in range(i):
                M[j][i] = M[i][j]
        return arb_mat(M).mid() if M else arb_mat(0, 0)

    def _step(self, rest: list[arb_mat], left: list[Any]) -> None:
        inverse = [_inverse(z) for z in self.Z]
        inverted = [(1 / z).mid() for z in self.z]
        matrix = self._system(inverse)
        back = [_symmetric(x * r * zi) for x, r, zi in zip(self.X, rest, inverse, strict=True)]
        behind = [(x * r * zi).mid() for x, r, zi in zip(self.x, left, inverted, strict=True)]
        whitening_x, whitening_z = ([_inverse(_cholesky(m)) for m in ms] for ms in (self.X, self.Z))

        def direction(target: Any, second: Sequence[arb_mat], other: Sequence[Any]) -> Any:
            centre = [
                (zi * target - r - s).mid() for zi, r, s in zip(inverse, back, second, strict=True)
            ]
            middle = [
                (zi * target - r - s).mid()
                for zi, r, s in zip(inverted, behind, other, strict=True)
            ]
            against = self._against(centre, middle)
            column = arb_mat(len(self.b), 1, [v.mid() for v in against])
            dw = matrix.solve(column, algorithm="approx").mid().entries() if self.b else []
            moved = [k.linear(dw) for k in self.blocks]
            along = [k.linear(dw) for k in self.lines]
            dZ = [(m + r).mid() for m, r in zip(moved, rest, strict=True)]
            dX = [
                (c - x - _symmetric(x * m * zi)).mid()
                for c, x, m, zi in zip(centre, self.X, moved, inverse, strict=True)
            ]
            dz = [(m + r).mid() for m, r in zip(along, left, strict=True)]
            dx = [
                (c - x - x * m * zi).mid()
                for c, x, m, zi in zip(middle, self.x, along, inverted, strict=True)
            ]
            ax = min(_far(whitening_x, dX), _near(self.x, dx))
            az = min(_far(whitening_z, dZ), _near(self.z, dz))
            return dw, (dX, dx, ax), (dZ, dz, az)

        mu = self.gap()
        _, (aX, aj, ax), (aZ, ak, az) = direction(
            arb(0), [r * 0 for r in back], [arb(0)] * len(self.lines)
        )
        ahead = _products(_moved(self.X, aX, ax), _moved(self.Z, aZ, az))
        ahead += _dot(_moved(self.x, aj, ax), _moved(self.z, ak, az))
        shrink = max(min(1.0, max(float(ahead / self.size / mu), 0.0)) ** 2, CENTRED)
        if min(ax, az) < 0.2:
            shrink = max(shrink, 0.3)
        second = [_symmetric(dx * dz * zi) for dx, dz, zi in zip(aX, aZ, inverse, strict=True)]
        other = [(dx * dz * zi).mid() for dx, dz, zi in zip(aj, ak, inverted, strict=True)]
        dw, (dX, dx, ax), (dZ, dz, az) = direction((mu * arb(shrink)).mid(), second, other)
        if max(ax, az) < 1e-6:
            raise Fails("the steps of the method become short: no interior, or no solution")
        self.X = [_symmetric(x) for x in _moved(self.X, dX, ax)]
        self.Z = [_symmetric(z) for z in _moved(self.Z, dZ, az)]
        self.x, self.z = _moved(self.x, dx, ax), _moved(self.z, dz, az)
        self.w = [(v + arb(az) * d).mid() for v, d in zip(self.w, dw, strict=True)]


@cache
def _identity(n: int) -> arb_mat:
    return arb_mat(n, n, [int(i == j) for i in range(n) for j in range(n)])


def _inner(part: Sparse, entries: list[Any], n: int) -> Any:
    return sum((c * entries[a * n + b] for (a, b), c in part.items()), arb(0))


def _products(X: Sequence[arb_mat], Z: Sequence[arb_mat]) -> Any:
    total = arb(0)
    for x, z in zip(X, Z, strict=True):
        total += _dot(x.entries(), z.entries())
    return total


def _dot(x: Sequence[Any], z: Sequence[Any]) -> Any:
    return sum((u * v for u, v in zip(x, z, strict=True)), arb(0))


def _moved(places: list[Any], steps: list[Any], far: float) -> list[Any]:
    """Matrices or numbers after a step."""
    return [(m + d * arb(far)).mid() for m, d in zip(places, steps, strict=True)]


def _floats(matrix: arb_mat) -> np.ndarray:
    flat = np.array([float(v) for v in matrix.entries()])
    return flat.reshape(matrix.nrows(), matrix.ncols())


def _inverse(matrix: arb_mat) -> arb_mat:
    return matrix.solve(_identity(matrix.nrows()), algorithm="approx").mid()


def _symmetric(matrix: arb_mat) -> arb_mat:
    return ((matrix + matrix.transpose()) * HALF).mid()


def _cholesky(matrix: arb_mat) -> arb_mat:
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


def _far(whitening: list[arb_mat], steps: list[arb_mat]) -> float:
    """The length of a step, at most 1, that leaves all matrices positive definite, by the inverses
    of their Cholesky factors."""
    reach = np.inf
    for inverse, step in zip(whitening, steps, strict=True):
        least = float(np.linalg.eigvalsh(_floats(inverse * step * inverse.transpose()))[0])
        reach = min(reach, -1 / least if least < 0 else np.inf)
    return min(1.0, SHORT * reach)


def _near(numbers: Sequence[Any], steps: Sequence[Any]) -> float:
    """The same for numbers."""
    least = min((float(d / n) for n, d in zip(numbers, steps, strict=True)), default=0.0)
    return min(1.0, SHORT * (-1 / least if least < 0 else np.inf))


def essential(problem: Problem, numeric: Callable[[Any], Any]) -> list[int]:
    """Points left when as many as can be are put at 0, which changes no condition.

    A common kernel of the matrices of all conditions says which shifts of points change nothing:
    moving all iterates together, as a rule.
    """
    n = len(problem.points)
    rows = []
    affines = [c.affine for c in problem.conditions]
    affines += [entry for _, matrix in problem.matrices for line in matrix for entry in line]
    for affine in affines:
        square = np.zeros((n, n))
        for key, value in affine.items():
            if key != 1 and key[0] != "value":
                square[key] += float(numeric(value)) / 2
                square[key[::-1]] += float(numeric(value)) / 2
        rows.append(square)
    if not rows or not n:
        return []
    _, upper, order = qr(np.vstack(rows), mode="economic", pivoting=True)
    sizes = np.abs(np.diag(upper))
    return sorted(int(i) for i in order[: int((sizes > 1e-9 * sizes.max(initial=1e-9)).sum())])


def _eliminate(rows: Sequence[Row]) -> dict[Any, Row]:
    """Unknowns that equations determine, each affine in the others."""
    solved: dict[Any, Row] = {}
    for row in rows:
        now: Row = {}
        for key, c in row.items():
            for k, v in solved[key].items() if key in solved else [(key, arb(1))]:
                now[k] = (now.get(k, arb(0)) + c * v).mid()
        now = {k: v for k, v in now.items() if abs(float(v)) > NOTHING}
        free = [k for k in now if k != 1]
        if not free:
            if now:
                raise Fails("no multipliers cancel the function values: the metric is unbounded")
            continue
        pivot = max(free, key=lambda k: (k[0] == "equality", abs(float(now[k]))))
        scale = now.pop(pivot)
        rule = {k: (-v / scale).mid() for k, v in now.items()}
        for other in solved.values():
            c = other.pop(pivot, None)
            for k, v in rule.items() if c is not None else ():
                other[k] = (other.get(k, arb(0)) + c * v).mid()
        solved[pivot] = rule
    return solved


def _independent(blocks: Sequence[_Block], lines: Sequence[_Line], p: int) -> list[int]:
    """Unknowns of which no combination leaves all blocks and lines as they are."""
    if not p:
        return []
    rows = [
        [float(part.get((a, c), 0)) for part in block.parts]
        for block in blocks
        for a in range(block.n)
        for c in range(a + 1)
    ]
    rows += [[float(line.parts.get(i, 0)) for i in range(p)] for line in lines]
    _, upper, order = qr(np.array(rows), mode="economic", pivoting=True)
    sizes = np.abs(np.diag(upper))
    return sorted(int(i) for i in order[:p][: int((sizes > 1e-9 * sizes[0]).sum())])


def solve(
    problem: Problem,
    numeric: Callable[[Any], Any],
    digits: int,
    prec: int,
    kept: Collection[int] | None = None,
    start: int = START,
) -> Solution:
    """The solution to about so many digits, at a precision of prec bits.

    `kept` are numbers of the inequalities that may have multipliers; all if it is left out. All
    matrices start at a multiple of the identity. Raises Fails.
    """
    try:
        with ctx.workprec(prec):
            return _solve(problem, numeric, digits, kept, start)
    except ZeroDivisionError:
        raise Fails("a system of the method is singular") from None


def _solve(
    problem: Problem,
    numeric: Callable[[Any], Any],
    digits: int,
    kept: Collection[int] | None,
    start: int,
) -> Solution:
    points = essential(problem, numeric)
    columns: dict[Any, Row] = {1: {}, ("value", problem.objective): {1: arb(-1)}}

    unknowns: set[Any] = set()

    def add(affine: Row, unknown: Any, sign: int) -> None:
        unknowns.add(unknown)
        for key, value in affine.items():
            line = columns.setdefault(key, {})
            line[unknown] = line.get(unknown, arb(0)) + sign * numeric(value)

    chosen = []
    for number, condition in enumerate(problem.conditions):
        if condition.equality:
            add(condition.affine, ("equality", number), 1)
        elif kept is None or number in kept:
            chosen.append(number)
            add(condition.affine, ("inequality", number), 1)
    for number, (_, rows) in enumerate(problem.matrices):
        for i, line in enumerate(rows):
            for j, entry in enumerate(line):
                add(entry, ("matrix", number, max(i, j), min(i, j)), -1)
    solved = _eliminate([row for key, row in columns.items() if key != 1 and key[0] == "value"])
    names = sorted(unknowns - set(solved))
    place = {k: i for i, k in enumerate(names)}

    def reduced(row: Row) -> tuple[Any, dict[int, Any]]:
        constant = arb(0)
        linear: dict[int, Any] = {}
        for key, c in row.items():
            for k, v in solved[key].items() if key in solved else [(key, arb(1))]:
                if k == 1:
                    constant += c * v
                else:
                    linear[place[k]] = (linear.get(place[k], arb(0)) + c * v).mid()
        return constant.mid(), {i: v for i, v in linear.items() if abs(float(v)) > NOTHING}

    def block(size: int, entry: Callable[[int, int], Row]) -> _Block:
        constant = [[arb(0)] * size for _ in range(size)]
        parts: list[Sparse] = [{} for _ in names]
        for a in range(size):
            for b in range(a + 1):
                constant[a][b], linear = reduced(entry(a, b))
                constant[b][a] = constant[a][b]
                for i, v in linear.items():
                    parts[i][(a, b)] = parts[i][(b, a)] = v
        return _Block(size, arb_mat(constant), parts)

    def form(a: int, b: int) -> Row:
        i, j = sorted((points[a], points[b]))
        half = arb(1) if i == j else HALF
        return {k: v * half for k, v in columns.get((i, j), {}).items()}

    blocks = [block(len(points), form)] if points else []
    for number, (_, rows) in enumerate(problem.matrices):
        blocks.append(
            block(len(rows), lambda a, b, k=number: {("matrix", k, a, b): arb(1)})  # type: ignore[misc]
        )
    lines = [_Line(*reduced({("inequality", k): arb(1)})) for k in chosen]
    _, goal = reduced(columns[1])
    free = _independent(blocks, lines, len(names))
    among = {i: at for at, i in enumerate(free)}
    for one in blocks:
        one.parts = [one.parts[i] for i in free]
    for bound in lines:
        bound.parts = {among[i]: c for i, c in bound.parts.items() if i in among}
    method = _Method(blocks, lines, [goal.get(i, arb(0)) for i in free], start)
    method.run(digits)
    slack = dict(zip(chosen, method.x, strict=True))
    constant, _ = reduced(columns[1])
    found = dict.fromkeys(names, arb(0)) | dict(
        zip([names[i] for i in free], method.w, strict=True)
    )
    for key, rule in solved.items():
        terms = (v * (1 if k == 1 else found[k]) for k, v in rule.items())
        found[key] = sum(terms, arb(0)).mid()
    return Solution(
        {key[1]: value for key, value in found.items() if key[0] != "matrix"},
        slack,
        method.Z,
        method.X,
        points,
        _values(problem, numeric, points, method.X[0] if points else arb_mat(0, 0), slack),
        -(constant + sum((b * w for b, w in zip(method.b, method.w, strict=True)), arb(0))),
    )


def _values(
    problem: Problem,
    numeric: Callable[[Any], Any],
    points: list[int],
    gram: arb_mat,
    slack: dict[int, Any],
) -> dict[Any, Any]:
    """Function values, in floats, with which the conditions have the slacks that were found."""
    inner = _floats(gram) if points else np.zeros((0, 0))
    at = {i: k for k, i in enumerate(points)}
    keys = sorted({k for c in problem.conditions for k in c.affine if k != 1 and k[0] == "value"})
    place = {key: i for i, key in enumerate(keys)}
    rows, right = [], []
    for number, condition in enumerate(problem.conditions):
        if not condition.equality and number not in slack:
            continue
        row, rest = np.zeros(len(keys)), 0.0 if condition.equality else -float(slack[number])
        for key, value in condition.affine.items():
            c = float(numeric(value))
            if key == 1:
                rest -= c
            elif key in place:
                row[place[key]] += c
            elif key[0] in at and key[1] in at:
                rest -= c * inner[at[key[0]], at[key[1]]]
        rows.append(row)
        right.append(rest)
    found = np.linalg.lstsq(np.array(rows), np.array(right), rcond=None)[0]
    return {key: arb(float(v)) for key, v in zip(keys, found, strict=True)}
