"""Gaussian integrals of polynomials over the positive orthant, by exact recursion.

    I(S, a) = ∫_{t_i > 0, i ∈ S; t_i = 0 otherwise} t^a exp(−tᵀQt/2) dt,     a supported on S.

Integrating ∂_j (t^b exp(−tᵀQt/2)) gives Σ_l Q_jl I(S, b + e_l) = b_j I(S, b − e_j), and for b_j = 0
the boundary term I(S∖j, b) is added; solved for the raised exponents this is a recursion in which
all numbers are rational if Q is. It ends at the weights of the faces, I(S, 0), which are elementary
for up to three dimensions:

    1,   √(π/(2Q₁₁)),   (π/2 + Σ arcsin ρ)/√|Q|,   √(2π)³ (1/8 + Σ arcsin ρ_ij/(4π))/√|Q|,

with ρ the correlations of the Gaussian with covariance Q⁻¹ on the face (Plackett 1954). A face of
more dimensions has no elementary weight in general (Schläfli); its coefficient must vanish.
"""

from collections.abc import Iterable
from fractions import Fraction
from functools import cache

import sympy as sp

Monomial = tuple[int, ...]
Face = tuple[int, ...]


def orthant_integral(Q: sp.Matrix, polynomial: Iterable[tuple[Monomial, int]]) -> sp.Expr:
    """∫_{t > 0} (Σ c t^a) exp(−tᵀQt/2) dt from the pairs (a, c), for Q rational and positive
    definite; exact.

    Raises ArithmeticError if the weight of a face of more than three dimensions remains.
    """
    n = Q.rows

    @cache
    def inverse(face: Face) -> list[list[Fraction]]:
        block = Q.extract(list(face), list(face)).inv()
        return [[Fraction(int(x.p), int(x.q)) for x in block.row(i)] for i in range(len(face))]

    @cache
    def integral(face: Face, power: Monomial) -> dict[Face, Fraction]:
        """I(face, power) as a rational combination of weights of faces."""
        if not any(power):
            return {face: Fraction(1)}
        place = next(i for i, j in enumerate(face) if power[j])
        lower = _moved(power, face[place], -1)
        total: dict[Face, Fraction] = {}
        for factor, j in zip(inverse(face)[place], face, strict=True):
            if lower[j]:
                part = integral(face, _moved(lower, j, -1))
                factor *= lower[j]
            else:
                part = integral(tuple(i for i in face if i != j), lower)
            for corner, value in part.items():
                total[corner] = total.get(corner, Fraction(0)) + factor * value
        return total

    sums: dict[Face, Fraction] = {}
    for power, coefficient in polynomial:
        for face, value in integral(tuple(range(n)), power).items():
            sums[face] = sums.get(face, Fraction(0)) + int(coefficient) * value
    return sp.Add(
        *(
            sp.Rational(value.numerator, value.denominator) * _weight(Q, face)
            for face, value in sums.items()
            if value
        )
    )


def _moved(power: Monomial, j: int, by: int) -> Monomial:
    return (*power[:j], power[j] + by, *power[j + 1 :])


def _weight(Q: sp.Matrix, face: Face) -> sp.Expr:
    """I(face, 0)."""
    size = len(face)
    if size > 3:
        raise ArithmeticError(f"the weight of a cone of {size} dimensions is not elementary")
    block = Q.extract(list(face), list(face))
    covariance = block.inv()
    angles = sp.Add(
        *(
            sp.asin(covariance[i, j] / sp.sqrt(covariance[i, i] * covariance[j, j]))
            for i in range(size)
            for j in range(i)
        )
    )
    share = {0: 1, 1: sp.Rational(1, 2), 2: sp.Rational(1, 4) + angles / (2 * sp.pi)}.get(
        size, sp.Rational(1, 8) + angles / (4 * sp.pi)
    )
    return sp.sqrt((2 * sp.pi) ** size / block.det()) * share
