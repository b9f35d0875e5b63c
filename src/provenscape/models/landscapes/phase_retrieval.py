"""Phase retrieval: find z, up to sign or phase, from the squares ⟨a, z⟩² or |⟨a, z⟩|².

The loss is the mean of (|⟨a, x⟩|² − |⟨a, z⟩|²)² over measurement vectors a. Over standard normal
vectors in R^n it is 3|x|⁴ + 3|z|⁴ − 2|x|²|z|² − 4⟨x, z⟩², since E⟨a, x⟩²⟨a, z⟩² =
|x|²|z|² + 2⟨x, z⟩²; over standard complex normal vectors in C^n, where E|⟨a, x⟩|²|⟨a, z⟩|² =
|x|²|z|² + |⟨x, z⟩|², it is 2|x|⁴ + 2|z|⁴ − 2|x|²|z|² − 2|⟨x, z⟩|². Minimisers of the first are ±z;
of the second, the circle of the e^{iφ} z. Sun, Qu & Wright (2018).
"""

from collections.abc import Sequence

import sympy as sp

from provenscape.errors import UserError
from provenscape.models.landscapes.base import Landscape, coordinates
from provenscape.models.landscapes.entries import Matrix
from provenscape.models.landscapes.exact import Exact, exact_matrix, exact_vector

SOURCE = "Sun, Qu & Wright (2018)"


def phase_retrieval(vectors: Matrix, signal: Sequence[Exact]) -> Landscape:
    """Return the mean of (⟨aᵢ, x⟩² − ⟨aᵢ, z⟩²)² over the rows aᵢ of `vectors`, z the signal.

    The origin and ±z are listed. Raises UserError for input that is not exact, for shapes that do
    not match and for z = 0.
    """
    z = _signal(signal)
    rows = exact_matrix(vectors, "vectors")
    if rows.cols != z.rows:
        raise UserError(f"vectors: its rows have {rows.cols} entries, the signal {z.rows}; match")
    x = coordinates(f"x1:{z.rows + 1}")
    gaps = [a**2 - b**2 for a, b in zip(rows * sp.Matrix(x), rows * z, strict=True)]
    return Landscape(
        name="phase_retrieval",
        title=r"$\frac{1}{m}\sum_i(\langle a_i,x\rangle^2-\langle a_i,z\rangle^2)^2$",
        variables=x,
        expression=sp.Add(*(gap**2 for gap in gaps)) / rows.rows,
        critical_points=((0,) * len(x), tuple(z), tuple(-z)),
        source=SOURCE,
    )


def phase_retrieval_population(signal: Sequence[Exact]) -> Landscape:
    """Return 3|x|⁴ + 3|z|⁴ − 2|x|²|z|² − 4⟨x, z⟩², z the real signal.

    Besides the listed points, all x ⟂ z with 3|x|² = |z|² are stationary. Raises UserError for a
    signal that is not exact or is 0.
    """
    z = _signal(signal)
    x = coordinates(f"x1:{z.rows + 1}")
    return Landscape(
        name="phase_retrieval_population",
        title=r"$3|x|^4+3|z|^4-2|x|^2|z|^2-4\langle x,z\rangle^2$",
        variables=x,
        expression=population(sum(v**2 for v in x), (z.T * z)[0], (z.T * sp.Matrix(x))[0]),
        critical_points=((0,) * len(x), tuple(z), tuple(-z)),
        source=SOURCE,
    )


def population(length2: sp.Expr, signal2: sp.Expr, overlap: sp.Expr) -> sp.Expr:
    """The real population loss by |x|², |z|² and ⟨x, z⟩, in every dimension."""
    return 3 * length2**2 + 3 * signal2**2 - 2 * length2 * signal2 - 4 * overlap**2


def complex_phase_retrieval_population(
    real_part: Sequence[Exact], imaginary_part: Sequence[Exact]
) -> Landscape:
    """Return 2|x|⁴ + 2|z|⁴ − 2|x|²|z|² − 2|⟨x, z⟩|² over x = p + iq; variables p, then q.

    The origin, z and −z are listed; with z all e^{iφ} z are minimisers. Raises UserError for parts
    that are not exact or differ in length, and for z = 0.
    """
    a, b = exact_vector(real_part, "real_part"), exact_vector(imaginary_part, "imaginary_part")
    if a.rows != b.rows:
        raise UserError(f"imaginary_part: has {b.rows} entries, the real part {a.rows}; match them")
    z = _signal([*a, *b])
    p, q = coordinates(f"p1:{a.rows + 1}"), coordinates(f"q1:{a.rows + 1}")
    x = sp.Matrix([*p, *q])
    overlap2 = (z.T * x)[0] ** 2 + (sp.Matrix([*(-b), *a]).T * x)[0] ** 2
    length2, signal2 = sp.Add(*(v**2 for v in x)), (z.T * z)[0]
    return Landscape(
        name="complex_phase_retrieval_population",
        title=r"$2|x|^4+2|z|^4-2|x|^2|z|^2-2|\langle x,z\rangle|^2$",
        variables=(*p, *q),
        expression=complex_population(length2, signal2, overlap2),
        critical_points=((0,) * len(x), tuple(z), tuple(-z)),
        source=SOURCE,
    )


def complex_population(length2: sp.Expr, signal2: sp.Expr, overlap2: sp.Expr) -> sp.Expr:
    """The complex population loss by |x|², |z|² and |⟨x, z⟩|², in every dimension."""
    return 2 * length2**2 + 2 * signal2**2 - 2 * length2 * signal2 - 2 * overlap2


def _signal(values: Sequence[Exact]) -> sp.Matrix:
    signal = exact_vector(values, "signal")
    if signal.is_zero_matrix:
        raise UserError("signal: is 0; give a signal with a nonzero entry")
    return signal
