"""Claims with semidefinite matrices, by way of claims about numbers alone.

Points: a matrix is semidefinite exactly if no principal minor of it is negative.

Proofs: of vectors on a line the inner products are products w_i w_j of numbers. A certificate for
these holds of all vectors, with v' M v in the place of the square of v' w, if w stands nowhere else
in it. So worst cases of performance estimation are found.

What needs products of inner products is sought from Cauchy and Schwarz's inequality for each two
vectors u and v, a lemma: let a = |u|², b = u·v and c = |v|². If c > 0, then c (ac - b²) is the
squared norm of cu - bv; if c <= 0, then ac - b² is that of (a + 1)/2 v - bu and -c (a - 1)²/4.

Of three vectors x, u and v more is known. Reflected at x, u times |x|² is 2(u·x)x - |x|²u, of norm
|x|²|u|: what Cauchy and Schwarz's inequality says of it and v is Buzano's inequality. And their
determinant is not negative: if |x|² > 0, then |x|⁶ times it is what the inequality says of
|x|²u - (u·x)x and |x|²v - (v·x)x; if |x|² <= 0, then u·x = v·x = 0, and it is a sum of squares.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import combinations, combinations_with_replacement
from typing import Any

import sympy as sp

from provenscape.kernel import Claim, Rejected, Relation, Semidefinite, ge, gt, le
from provenscape.search.plans import Combination, Lemma, Plan, Split
from provenscape.search.semidefinite import NotFound

MOST_ROWS = 5  # of a matrix, with 31 minors


def pointwise(claim: Claim) -> Claim:
    """The claim with the minors in the place of each matrix: true at the same points. Raises
    `NotFound` where they are too many."""
    if len(claim.known()) == len(claim.given):
        return claim
    given: dict[str, Relation] = {}
    for name, hypothesis in claim.given.items():
        if not isinstance(hypothesis, Semidefinite):
            given[name] = hypothesis
            continue
        rows = range(hypothesis.exact.rows)
        if len(rows) > MOST_ROWS:
            raise NotFound(f"{name}: points are sought for matrices of up to {MOST_ROWS} rows")
        for chosen in (c for size in rows for c in combinations(rows, size + 1)):
            minor = hypothesis.exact.extract(list(chosen), list(chosen)).det(method="berkowitz")
            if not minor.is_number:
                given[f"{name} {'.'.join(map(str, chosen))}"] = ge(sp.expand(minor))
    return claim.lemma("minors", given, claim.then)


def on_a_line(claim: Claim) -> tuple[Claim, dict[str, list[sp.Symbol]]]:
    """The claim about vectors on a line, and by the name of each matrix the numbers that they are;
    raises `NotFound` where its entries are not symbols, each its own."""
    then, numbers = claim.then, dict[str, list[sp.Symbol]]()
    if not isinstance(then, Relation):
        raise NotFound("of vectors one relation is proved")
    point: dict[sp.Symbol, sp.Expr] = {}
    for name, hypothesis in claim.given.items():
        if not isinstance(hypothesis, Semidefinite):
            continue
        matrix, first = hypothesis.matrix, sum(map(len, numbers.values()))
        own = [sp.Symbol(f"line{first + i}", real=True) for i in range(matrix.rows)]
        numbers[name] = own
        for i, j in combinations_with_replacement(range(matrix.rows), 2):
            if not matrix[i, j].is_Symbol or matrix[i, j] in point:
                raise NotFound(f"{name}: proofs are sought for a matrix of symbols, each its own")
            point[matrix[i, j]] = own[i] * own[j]
    try:
        given = {n: h.subs(point) for n, h in claim.given.items() if isinstance(h, Relation)}
        return claim.lemma("on a line", given, then.subs(point)), numbers
    except Rejected as error:  # its two sides are the same there
        raise NotFound("of vectors on a line the statement says nothing") from error


def lifted(plan: Plan, numbers: Mapping[str, list[sp.Symbol]]) -> Combination:
    """The certificate with v' M v for each square of a sum of the numbers; raises `NotFound` if it
    has them elsewhere."""
    on_line = set().union(*numbers.values())
    elsewhere = NotFound("of vectors on a line there is a proof, which says nothing of others")
    if not isinstance(plan, Combination) or plan.lemmas:
        raise elsewhere
    using, squares = dict(plan.using), []
    for weight, root in plan.squares:
        for name, own in numbers.items():
            vector = tuple(sp.diff(sp.expand(root), w) for w in own)
            form = sp.Add(*(v * w for v, w in zip(vector, own, strict=True)))
            if any(vector) and sp.expand(form - root) == 0:
                using[name] = [*using.get(name, ()), (weight, vector)]
                break
        else:
            squares.append((weight, root))
    found = Combination(using, squares, plan.scale)
    used = [plan.scale, *(e for pair in squares for e in pair)]
    for value in using.values():
        pairs = value if isinstance(value, list) else [(value, ())]
        used += [e for weight, vector in pairs for e in (weight, *vector)]
    if any(sp.sympify(e).free_symbols & on_line for e in used):
        raise elsewhere
    return found


def is_linear(claim: Claim) -> bool:
    """Whether no inner products are multiplied in the conclusion."""
    matrices = [h.matrix for h in claim.given.values() if isinstance(h, Semidefinite)]
    entries = sorted(set().union(*(m.free_symbols for m in matrices)), key=str)
    whole = sp.together(claim.then.expr) if isinstance(claim.then, Relation) else sp.S.Zero
    try:
        return bool(sp.Poly(sp.numer(whole), *entries).total_degree() <= 1)
    except sp.PolynomialError:
        return False


def minors(claim: Claim, of_three: bool = False) -> tuple[Claim, dict[str, Lemma]]:
    """The claim with the minors of one and of two rows in the place of each matrix, and these as
    lemmas of the claim; if asked, what is known of three rows too."""
    found: dict[str, Lemma] = {}
    for name, hypothesis in claim.given.items():
        if not isinstance(hypothesis, Semidefinite):
            continue
        matrix, size = hypothesis.matrix, hypothesis.matrix.rows
        unit = [sp.Matrix([int(i == k) for k in range(size)]) for i in range(size)]
        for i in range(size):
            if matrix[i, i].free_symbols:
                label = f"{name} {i}"
                squared_norm = Combination({name: [(sp.S.One, tuple(unit[i]))]})
                found[label] = Lemma(label, ge(matrix[i, i]), squared_norm)
        for i, j in combinations(range(size), 2):
            with suppress(Rejected):  # of entries for which it says nothing, such as b, b and b
                label = f"{name} {i} {j}"
                found[label] = cauchy_schwarz(label, name, matrix, unit[i], unit[j])
        for rows in combinations(range(size), 3) if of_three else ():
            for pivot in rows:
                with suppress(Rejected):
                    label = f"{name} {' '.join(map(str, rows))} reflected at {pivot}"
                    first, second = (unit[i] for i in rows if i != pivot)
                    turned = reflected(matrix, first, unit[pivot])
                    found[label] = cauchy_schwarz(label, name, matrix, turned, second)
            with suppress(Rejected):
                label = f"{name} {' '.join(map(str, rows))}"
                found[label] = determinant(label, name, matrix, [unit[i] for i in rows])
    given = {n: h for n, h in claim.given.items() if isinstance(h, Relation)}
    given |= {lemma.name: lemma.then for lemma in found.values()}
    return claim.lemma("minors", given, claim.then), found


def inner(matrix: sp.Matrix, u: sp.Matrix, v: sp.Matrix) -> sp.Expr:
    return sp.expand((u.T * matrix * v)[0, 0])


def reflected(matrix: sp.Matrix, u: sp.Matrix, x: sp.Matrix) -> sp.Matrix:
    """|x|² times the reflection of u at the line of x."""
    return 2 * inner(matrix, u, x) * x - inner(matrix, x, x) * u


def cauchy_schwarz(label: str, name: str, matrix: sp.Matrix, u: sp.Matrix, v: sp.Matrix) -> Lemma:
    """ac >= b², by the sign of c where it is no positive number; raises `Rejected` for a number
    that is not positive."""
    a, b, c = (inner(matrix, *pair) for pair in ((u, u), (u, v), (v, v)))
    then = ge(a * c, b**2)
    of_positive = Combination({name: [(sp.S.One, tuple(c * u - b * v))]}, scale=c)
    if c.is_positive:
        return Lemma(label, then, of_positive)
    below = tuple((a + 1) / 2 * v - b * u)
    of_others = Combination({name: [(sp.S.One, below)], "case": (a - 1) ** 2 / 4})
    return Lemma(label, then, Split((gt(c), le(c, 0)), (of_positive, of_others)))


def determinant(label: str, name: str, matrix: sp.Matrix, vectors: Sequence[sp.Matrix]) -> Lemma:
    """That the determinant of three vectors is not negative, by the sign of |x|²."""
    x, u, v = vectors
    (xx, xu, xv), (_, a, b), (_, _, c) = ([inner(matrix, p, q) for q in vectors] for p in vectors)
    then = ge(xx * a * c + 2 * xu * xv * b, xx * b**2 + a * xv**2 + c * xu**2)
    apart = cauchy_schwarz(f"{label} apart", name, matrix, xx * u - xu * x, xx * v - xv * x)
    of_positive = Combination({apart.name: sp.S.One}, scale=xx**3, lemmas=(apart,))
    if xx.is_positive:
        return Lemma(label, then, of_positive)
    norms = [
        Lemma(f"{label} {i}", ge(n), Combination({name: [(sp.S.One, tuple(w))]}))
        for i, n, w in ((1, a, u), (2, c, v))
    ]
    first, second = 1 + c, a + b**2  # of which -(u·x)² and -(v·x)² are needed
    using: dict[str, Any] = {
        name: [
            (first, tuple((a + 1) / 2 * x - xu * u)),
            (second, tuple((c + 1) / 2 * x - xv * v)),
        ],
        "pivot": first * (a - 1) ** 2 / 4 + a + second * (c + 1) ** 2 / 4 + b**2,
    }
    of_others = Combination(using, [(sp.S.One, xu + b * xv)], lemmas=tuple(norms))
    return Lemma(label, then, Split((gt(xx), le(xx, 0)), (of_positive, of_others), "pivot"))


def by_minors(plan: Plan, found: Mapping[str, Lemma]) -> Plan:
    """The plan that rests on the minors as lemmas, where it does on them as hypotheses."""
    if isinstance(plan, Split):
        return replace(plan, plans=tuple(by_minors(part, found) for part in plan.plans))
    if not isinstance(plan, Combination):
        raise NotFound("what is found with minors uses them in a way that is not taken")
    inner = (replace(m, plan=by_minors(m.plan, found), made={}) for m in plan.lemmas)
    used = (m for n, m in found.items() if n in plan.using or m.then.right == 0)
    return replace(plan, lemmas=(*inner, *used))
