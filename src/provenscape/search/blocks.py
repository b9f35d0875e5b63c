"""Unknown multipliers: polynomials of a known form that multiply a known polynomial."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations_with_replacement
from typing import Any

import numpy as np
import sympy as sp

from provenscape.kernel import Rejected
from provenscape.kernel.algebra import ldl


@dataclass(frozen=True)
class Block:
    """The unknown multiplier of a product of hypotheses (`names`): a form in the basis.

    `kind` is "square" for z' G z, "strict" for a positive number, "free" for an equation's.
    """

    names: tuple[Any, ...]
    weight: Any
    basis: tuple[Any, ...]
    kind: str = "square"

    def unknowns(self) -> int:
        """How many there are."""
        n = len(self.basis)
        return n if self.kind == "free" else n * (n + 1) // 2

    def columns(self) -> list[Any]:
        """The polynomial that each unknown multiplies; for squares the upper triangle of G."""
        if self.kind == "free":
            return [self.weight * z for z in self.basis]
        pairs = combinations_with_replacement(range(len(self.basis)), 2)
        return [
            self.weight * self.basis[i] * self.basis[j] * (1 if i == j else 2) for i, j in pairs
        ]


def duplication(n: int) -> np.ndarray:
    """The (n * n, n (n + 1) / 2) matrix from an upper triangle to the symmetric matrix."""
    matrix = np.zeros((n, n, n * (n + 1) // 2))
    for k, (i, j) in enumerate(combinations_with_replacement(range(n), 2)):
        matrix[i, j, k] = matrix[j, i, k] = 1
    return matrix.reshape(n * n, -1)


def reduce(block: Block, values: np.ndarray, threshold: float) -> Block:
    """The block without the directions in which its form (nearly) vanishes."""
    n = len(block.basis)
    if block.kind == "free":
        return block
    if block.kind == "strict":
        return block if values[0] > threshold else replace(block, basis=())
    eigenvalues, vectors = np.linalg.eigh((duplication(n) @ values).reshape(n, n))
    kernel = vectors[:, eigenvalues < threshold * max(1.0, eigenvalues[-1])].T
    if not len(kernel):
        return block
    for row in range(len(kernel)):
        column = int(np.abs(kernel[row]).argmax())
        kernel[row] /= kernel[row, column]
        for other in set(range(len(kernel))) - {row}:
            kernel[other] -= kernel[other, column] * kernel[row]
    exact = [[sp.Rational(Fraction(v).limit_denominator(100)) for v in row] for row in kernel]
    complement = sp.Matrix(exact).nullspace()
    ring = block.weight.ring
    forms = (
        sum((ring(c) * z for c, z in zip(v, block.basis, strict=True)), ring.zero)
        for v in complement
    )
    return replace(block, basis=tuple(forms))


def gram(block: Block, values: Sequence[sp.Rational]) -> sp.ImmutableMatrix:
    n = len(block.basis)
    pairs = combinations_with_replacement(range(n), 2)
    upper = dict(zip(pairs, values, strict=True))
    return sp.ImmutableMatrix(n, n, lambda i, j: upper[min(i, j), max(i, j)])


def acceptable(block: Block, values: Sequence[sp.Rational]) -> bool:
    """Whether the exact unknowns have the sign that their block needs."""
    if block.kind == "free":
        return True
    if block.kind == "strict":
        return bool(values[0] > 0)
    try:
        return all(d >= 0 for d in ldl(gram(block, values))[1])
    except Rejected:
        return False


def decompose(block: Block, values: Sequence[sp.Rational]) -> list[tuple[sp.Rational, sp.Expr]]:
    """Pairs (c, q): the block's form is the sum of c * q**2, or of c * q for a free one."""
    basis = [z.as_expr() for z in block.basis]
    if block.kind != "square":
        return [(c, q) for c, q in zip(values, basis, strict=True) if c]
    return squares_of(basis, gram(block, values))


def squares_of(
    basis: Sequence[sp.Expr], matrix: sp.ImmutableMatrix
) -> list[tuple[sp.Rational, sp.Expr]]:
    """Pairs (c, q) with z' G z = sum of c * q**2, by the exact factors L D L' of G."""
    columns, pivots = ldl(matrix)
    return [
        (d, sp.Add(*(columns[i][j] * z for i, z in enumerate(basis))))
        for j, d in enumerate(pivots)
        if d
    ]
