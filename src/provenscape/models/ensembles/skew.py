"""Integrals over ordered eigenvalues as Pfaffians, in any commutative ring.

With w(x) = exp(−x²/2) on the half-line x > t, de Bruijn (1955) gives

    ∫_{t < x₁ < … < x_n} Π_{i<j} (x_j − x_i) Π w(x_i) dx = Pf A        (n even),
    A_ij = ∫∫_{t < x < y} (xⁱ yʲ − xʲ yⁱ) w(x) w(y) dx dy,             i, j = 0, …, n − 1,

and for odd n the matrix is bordered by the moments m_i = ∫ xⁱ w(x) dx. Integration by parts turns
all entries into m₀, g₀ = ∫ exp(−x²) dx, t and e = exp(−t²/2) by integer recursions, so that they
are exact polynomials where these are exact, and rigorous balls where these are balls.
"""

from collections.abc import Sequence
from typing import Any


def moments(count: int, t: Any, start: Any, edge: Any, step: Any) -> list[Any]:
    """∫_t^∞ x^k exp(−x²/(2 step)) dx for k < count: m_k = step (t^(k−1) edge + (k − 1) m_(k−2)).

    `start` is the integral for k = 0 and `edge` is exp(−t²/(2 step)).
    """
    values = [start, step * edge]
    power = t
    for k in range(2, count):
        values.append(step * (power * edge + (k - 1) * values[k - 2]))
        power = power * t
    return values[:count]


def half_line(
    n: int, t: Any, m0: Any, g0: Any, edge: Any, half: Any
) -> tuple[list[list[Any]], list[Any]]:
    """The matrix A (n × n) and the moments m (n) of the docstring, in the ring of the arguments.

    `edge` is exp(−t²/2) and `half` is one half. Row by row, for i ≥ 2,
    A_ij = (i − 1) A_(i−2)j − 2 g_(i+j−1) + t^(i−1) edge m_j, with g_k = ∫_t^∞ y^k exp(−y²) dy.
    """
    one = half + half
    zero = half - half
    m = moments(max(n, 2), t, m0, edge, one)
    g = moments(2 * n, t, g0, edge * edge, half)
    A = [[zero] * n for _ in range(n)]
    power = one
    for i in range(1, n):
        for j in range(i):
            if i == 1:
                A[i][j] = edge * m[0] - 2 * g[0]
            else:
                A[i][j] = (i - 1) * A[i - 2][j] - 2 * g[i + j - 1] + power * edge * m[j]
            A[j][i] = -A[i][j]
        power = power * t
    return A, m[:n]


def by_sign(A: Sequence[Sequence[Any]], m: Sequence[Any], z: Any) -> list[list[Any]]:
    """The skew matrix for the weight w(x) on x > 0 and z w(x) on x < 0, bordered if n is odd.

    `A` and `m` are those of `half_line` at t = 0; reflection gives the rest. The Pfaffian is then
    the generating function Σ_k z^k (integral over k negative and n − k positive eigenvalues).
    """
    n = len(m)
    size = n + n % 2
    M = [[0 * z] * size for _ in range(size)]
    for i in range(n):
        for j in range(i):
            if (i - j) % 2 == 0:
                entry = (1 - z * z) * A[j][i]
            else:
                entry = (1 + z * z) * A[j][i] + 2 * (-1) ** j * z * m[i] * m[j]
            M[j][i], M[i][j] = entry, -entry
        if n % 2:
            border = (1 + (-1) ** i * z) * m[i]
            M[i][n], M[n][i] = border, -border
    return M


def pfaffian(M: Sequence[Sequence[Any]]) -> Any:
    """The Pfaffian by expansion along the first row that is left, each set of rows once.

    Without division, for rings of polynomials: 2^(n−1) n products for an n × n matrix, n even.
    """
    known: dict[tuple[int, ...], Any] = {}

    def expand(rows: tuple[int, ...]) -> Any:
        if len(rows) == 2:
            return M[rows[0]][rows[1]]
        if rows not in known:
            first, rest = rows[0], rows[1:]
            total = None
            for place, row in enumerate(rest):
                term = M[first][row] * expand(rest[:place] + rest[place + 1 :])
                term = -term if place % 2 else term
                total = term if total is None else total + term
            known[rows] = total
        return known[rows]

    return expand(tuple(range(len(M))))
