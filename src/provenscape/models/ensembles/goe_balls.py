"""How many eigenvalues of a GOE matrix are negative, or below a threshold: certified numbers.

The Pfaffians of `skew` by Arb's ball arithmetic (Johansson 2017): every operation encloses its
rounding, so each result is an interval that holds the exact value. The monomials make the matrices
as ill-conditioned as can be, and the precision is raised until the enclosure is as narrow as asked
for: it costs time and nothing else. Scale as in `ensembles.get("goe")`: variances 2 on the diagonal
and 1 elsewhere.
"""

from collections.abc import Callable
from fractions import Fraction

from flint import arb, arb_mat, ctx, fmpq

from provenscape.errors import UserError
from provenscape.models.ensembles.skew import by_sign, half_line
from provenscape.models.requirements import require_count

LARGEST = 200
BITS = 64


def positive_definite(n: int, shift: Fraction | int = 0, root: int = 1, bits: int = BITS) -> arb:
    """An enclosure of P(H + (shift √root) · identity is positive definite), H from the GOE.

    Its relative accuracy is at least `bits`. The shift is an exact rational times the root of a
    whole number. Raises UserError for n not a whole number from 1 to LARGEST, a shift that is no
    exact rational, and `root` or `bits` that are no whole numbers from 1 on.
    """
    n = _checked(n)
    if isinstance(shift, bool) or not isinstance(shift, Fraction | int):
        raise UserError(f"goe_balls: shift is {shift!r}; give a whole number or a Fraction")
    require_count("goe_balls", "root", root)
    require_count("goe_balls", "bits", bits)

    def attempt() -> list[arb]:
        t = -arb(fmpq(shift.numerator, shift.denominator)) * arb(root).sqrt()
        t /= arb(2).sqrt()
        A, m = _half_line(n, t)
        return [_root_of_determinant(_bordered(A, m)) / _mehta(n)]

    return _sharpened(n, bits, attempt)[0]


def index_probabilities(n: int) -> list[arb]:
    """Enclosures of P(k eigenvalues are negative), k = 0, …, n; raises as `positive_definite`.

    The generating function is positive at z ≥ 0, so its values there are roots of determinants. As
    H and −H have one law, k and n − k are equally probable, and its values at z = 0, …, ⌊n/2⌋ give
    all coefficients, by exact interpolation.
    """
    n = _checked(n)

    def attempt() -> list[arb]:
        A, m = _half_line(n, arb(0))
        norm = _mehta(n)
        places = range(n // 2 + 1)
        values = [_root_of_determinant(by_sign(A, m, arb(z))) / norm for z in places]
        powers = [[arb(z) ** k for k in range(n + 1)] for z in places]
        pairs = [[row[k] + row[n - k] if 2 * k < n else row[k] for k in places] for row in powers]
        solved = arb_mat(pairs).solve(arb_mat([[value] for value in values]))
        return [solved[min(k, n - k), 0] for k in range(n + 1)]

    return _sharpened(n, BITS, attempt)


def _checked(n: int) -> int:
    if require_count("goe_balls", "n", n) > LARGEST:
        raise UserError(f"goe_balls: n is {n}; give at most {LARGEST}")
    return int(n)


def _sharpened(n: int, bits: int, attempt: Callable[[], list[arb]]) -> list[arb]:
    """The numbers that `attempt` encloses, at the first precision at which all are positive and
    known to so many bits."""
    precision = bits + 64 + 16 * n
    while True:
        with ctx.workprec(precision):
            balls = attempt()
        if all(ball > 0 and ball.rel_accuracy_bits() >= bits for ball in balls):
            return balls
        precision *= 2


def _half_line(n: int, t: arb) -> tuple[list[list[arb]], list[arb]]:
    """The entries of `skew.half_line` for the half-line x > t."""
    root_pi, root_2 = arb.pi().sqrt(), arb(2).sqrt()
    m0 = root_pi / root_2 * (t / root_2).erfc()
    g0 = root_pi / 2 * t.erfc()
    return half_line(n, t, m0, g0, (-t * t / 2).exp(), arb(1) / 2)


def _bordered(A: list[list[arb]], m: list[arb]) -> list[list[arb]]:
    if len(m) % 2 == 0:
        return A
    return [[*row, value] for row, value in zip(A, m, strict=True)] + [[*(-x for x in m), arb(0)]]


def _root_of_determinant(M: list[list[arb]]) -> arb:
    """The Pfaffian, known to be positive."""
    return arb_mat(M).det().sqrt()


def _mehta(n: int) -> arb:
    """(2π)^(n/2)/n! Π_{j ≤ n} Γ(1 + j/2)/Γ(3/2), the integral over all ordered eigenvalues."""
    norm = (2 * arb.pi()).sqrt() ** n / arb(n).fac()
    for j in range(1, n + 1):
        norm *= (1 + arb(j) / 2).gamma() / (arb(3) / 2).gamma()
    return norm
