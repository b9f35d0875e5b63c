"""Rules whose certificate is one polynomial identity: `combine`, `sos` and `chain`."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

import sympy as sp
from flint import fmpq, fmpq_mat

from provenscape.kernel.claim import Claim
from provenscape.kernel.cone import Known, defined, nonnegative, positive, require_defined
from provenscape.kernel.engines import NAMES, evaluate_fraction, identical, require_identity, unfold
from provenscape.kernel.language import Rejected, admit, admit_point
from provenscape.kernel.relations import Bound, Relation, Semidefinite
from provenscape.kernel.theorem import Step, Term, Theorem, genuine

Squares = Sequence[tuple[Any, Any]]
Lemmas = Mapping[str, Theorem | tuple[Theorem, Mapping[sp.Symbol, Any]]]
Checked = tuple[Step, Sequence[Theorem]]


def combine(
    claim: Claim,
    using: Mapping[str, Any],
    squares: Squares = (),
    scale: Any = 1,
) -> Checked:
    """conclusion * scale = sum of multiplier * hypothesis + sum of c * q**2, one identity over Q.

    Multipliers of inequalities and the c must be evidently non-negative under the hypotheses, the
    scale evidently positive. A strict conclusion needs a strictly positive term. An equation is
    derived from equations alone. Farkas combinations, Positivstellensatz certificates and duals of
    performance estimation all have this form. Verdict: proved.

    Of a semidefinite matrix M the multiplier is a list of (c, v), which stands for the sum of the
    c * v' M v: the c are evidently non-negative and the v any vectors of expressions. (It is the
    product of M with the semidefinite matrix that is the sum of the c * v v'.)
    """
    return _combine("combine", claim, claim.given, using, squares, scale, ())


def sos(
    claim: Claim,
    basis: Sequence[Any],
    gram: sp.Matrix,
    multipliers: Mapping[str, Any] | None = None,
    scale: Any = 1,
) -> Checked:
    """conclusion * scale = z' G z + sum of multiplier * hypothesis, with G exactly semidefinite.

    G is decomposed as L D L' in exact arithmetic, and the signs of its characteristic polynomial
    confirm it. A strict conclusion needs a positive definite G and a constant in the basis, or a
    strictly positive multiplier. Verdict: proved.
    """
    if not isinstance(gram, sp.MatrixBase):
        raise Rejected("the Gram matrix must be an explicit matrix")
    matrix, z = sp.ImmutableMatrix(gram), [admit(entry) for entry in basis]
    size = len(z)
    if matrix.shape != (size, size) or matrix != matrix.T:
        raise Rejected("the Gram matrix must be symmetric and as large as the basis")
    if not all(isinstance(admit(entry), sp.Rational) for entry in matrix):
        raise Rejected("the Gram matrix must be rational")
    columns, pivots = ldl(matrix)
    if any(d < 0 for d in pivots) or not semidefinite_by_charpoly(matrix):
        raise Rejected("the Gram matrix is not positive semidefinite")
    squares = [
        (d, sp.Add(*(columns[i][j] * z[i] for i in range(size)))) for j, d in enumerate(pivots) if d
    ]
    definite = all(d > 0 for d in pivots) and any(isinstance(e, sp.Rational) and e for e in z)
    return _combine("sos", claim, claim.given, multipliers or {}, squares, scale, (), definite)


def chain(
    claim: Claim,
    lemmas: Lemmas,
    using: Mapping[str, Any],
    squares: Squares = (),
    scale: Any = 1,
) -> Checked:
    """`combine` with theorems already made as further hypotheses.

    A lemma is a theorem, or a theorem with the expressions to put for its symbols; each of its
    hypotheses must then be evident or stand among the claim's hypotheses or the conclusions of
    earlier lemmas. Verdict: that of the weakest lemma.
    """
    known: dict[str, Known | Semidefinite] = dict(claim.given)
    premises = []
    for name, entry in lemmas.items():
        theorem, values = entry if isinstance(entry, tuple) else (entry, {})
        if name in known:
            raise Rejected(f"the name {name} is taken by a hypothesis")
        conclusions = instantiate(theorem, values, known.values())
        for index, relation in enumerate(conclusions):
            known[name if len(conclusions) == 1 else f"{name}.{index}"] = relation
        premises.append(theorem)
    return _combine("chain", claim, known, using, squares, scale, premises)


def instantiate(
    theorem: Theorem, values: Mapping[sp.Symbol, Any], given: Iterable[Known | Semidefinite]
) -> list[Bound]:
    """The conclusions of a theorem after substitution, once its hypotheses are known to hold.

    A matrix is known to be semidefinite if this very matrix is given so.
    """
    given = tuple(given)
    known = signed(given)
    for value in admit_point(values).values():
        require_defined(value, known)
    at = {symbol: unfold(value) for symbol, value in admit_point(values).items()}
    for name, hypothesis in genuine(theorem).claim.given.items():
        if isinstance(hypothesis, Semidefinite):
            matrix = hypothesis.at(at)
            if not any(isinstance(g, Semidefinite) and g.exact == matrix for g in given):
                raise Rejected(f"hypothesis {name} of {theorem.claim.id} is not given of {matrix}")
            continue
        bound = hypothesis.bound.subs(at)
        require_defined(bound.expr, known)
        if not entailed(bound, known):
            raise Rejected(f"hypothesis {name} of {theorem.claim.id} is not known: {bound.text()}")
    conclusions = []
    for part in theorem.claim.parts():
        if not isinstance(part, Relation):
            raise Rejected(f"{theorem.claim.id} concludes no relation")
        bound = part.bound.subs(at)
        require_defined(bound.expr, known)
        conclusions.append(bound)
    return conclusions


def signed(given: Iterable[Known | Semidefinite]) -> tuple[Known, ...]:
    """What is known of the signs of expressions: all but what is said of matrices."""
    return tuple(known for known in given if not isinstance(known, Semidefinite))


def entailed(relation: Known, known: Iterable[Known]) -> bool:
    """Whether the relation is evident, or stands among the known ones up to expansion."""
    known = tuple(known)
    if relation.sign == "=":
        zeros = [sp.Integer(0), *(k.expr for k in known if k.sign == "=")]
        return any(identical(relation.expr, s * zero) for zero in zeros for s in (1, -1))
    return (positive if relation.sign == ">" else nonnegative)(relation.expr, known)


def _combine(
    rule: str,
    claim: Claim,
    known: Mapping[str, Known | Semidefinite],
    using: Mapping[str, Any],
    squares: Squares,
    scale: Any,
    premises: Sequence[Theorem],
    strict_squares: bool = False,
) -> Checked:
    if not isinstance(claim.then, Relation):
        raise Rejected(f"{rule} proves one relation; take the parts of {claim.id} one by one")
    hypotheses = signed(known.values())
    factor = defined(scale, hypotheses)
    if not positive(factor, hypotheses):
        raise Rejected(f"the scale {factor} is not evidently positive")
    terms = [Term("scale", "", factor, sp.Integer(1))]
    strict = strict_squares
    for name, multiplier in using.items():
        if name not in known:
            raise Rejected(f"{claim.id} has no hypothesis {name}; it has {sorted(known)}")
        for relation, weighted in _used(known[name], multiplier, hypotheses):
            weight = defined(weighted, hypotheses)
            if relation.sign != "=" and not nonnegative(weight, hypotheses):
                raise Rejected(f"the multiplier {weight} of {name} is not evidently non-negative")
            if claim.then.sign == "=" and relation.sign != "=":
                raise Rejected("an equation follows from equations alone")
            strict |= relation.sign == ">" and positive(weight, hypotheses)
            terms.append(Term("hypothesis", name, weight, relation.expr))
    for coefficient, root in squares:
        weight, base = defined(coefficient, hypotheses), defined(root, hypotheses)
        if claim.then.sign == "=":
            raise Rejected("an equation follows from equations alone")
        if not nonnegative(weight, hypotheses):
            raise Rejected(f"the coefficient {weight} is not evidently non-negative")
        strict |= positive(weight * base**2, hypotheses)
        terms.append(Term("square", "", weight, base))
    if claim.then.sign == ">" and not strict:
        raise Rejected("nothing in the certificate is strictly positive")
    left, right = unfold(claim.then.left), unfold(claim.then.right)
    if claim.then.op in ("<=", "<"):
        left, right = right, left
    total = sp.Add(*(t.weight * t.value ** (1 + (t.kind == "square")) for t in terms[1:]))
    require_identity(left * factor, right * factor + total)
    return Step(rule, "proved", NAMES, certificate=tuple(terms)), premises


def _used(
    hypothesis: Known | Semidefinite, multiplier: Any, known: Iterable[Known]
) -> list[tuple[Known, Any]]:
    """What is used of a hypothesis, each with its weight: itself, or v' M v >= 0 for vectors v."""
    if not isinstance(hypothesis, Semidefinite):
        return [(hypothesis, multiplier)]
    if not isinstance(multiplier, Sequence):
        raise Rejected("of a semidefinite matrix the multiplier is a list of weights and vectors")
    return [
        (Bound(hypothesis.form([defined(v, known) for v in vector]), ">="), weight)
        for weight, vector in multiplier
    ]


def ldl(matrix: sp.ImmutableMatrix) -> tuple[list[list[sp.Rational]], list[sp.Rational]]:
    """Exact factors of a symmetric rational matrix, L D L', without pivoting.

    Raises `Rejected` where a zero pivot has a nonzero column, which a semidefinite matrix has not.
    """
    size = matrix.shape[0]
    rest = [[evaluate_fraction(matrix[i, j], {}) for j in range(size)] for i in range(size)]
    lower = [[Fraction(int(i == j)) for j in range(size)] for i in range(size)]
    pivots: list[Fraction] = []
    for k in range(size):
        pivot = rest[k][k]
        pivots.append(pivot)
        if pivot == 0:
            if any(rest[i][k] != 0 for i in range(k + 1, size)):
                raise Rejected("the matrix is indefinite: a zero pivot with a nonzero column")
            continue
        for i in range(k + 1, size):
            lower[i][k] = rest[i][k] / pivot
            for j in range(k + 1, size):
                rest[i][j] -= lower[i][k] * rest[k][j]
    exact = [[sp.Rational(v.numerator, v.denominator) for v in row] for row in lower]
    return exact, [sp.Rational(v.numerator, v.denominator) for v in pivots]


def semidefinite_by_charpoly(matrix: sp.ImmutableMatrix) -> bool:
    """Whether the signs of the characteristic polynomial alternate, as for eigenvalues >= 0."""
    size = matrix.shape[0]
    entries = [fmpq(int(e.p), int(e.q)) for e in matrix]
    coefficients = fmpq_mat(size, size, entries).charpoly().coeffs()
    return all(c * (-1) ** (size - power) >= 0 for power, c in enumerate(coefficients))
