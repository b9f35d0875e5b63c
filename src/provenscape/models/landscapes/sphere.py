"""A landscape on the unit sphere: first and second derivatives along it.

For f: R^d → R and |x| = 1, with P = I − xxᵀ,
    grad f(x) = P ∇f(x),      Hess f(x) = P (∇²f(x) − ⟨x, ∇f(x)⟩ I) P,
the Riemannian gradient and Hessian; x is a stationary point on the sphere iff grad f(x) = 0, and
the curvature along a tangent v ⟂ x is vᵀ Hess f(x) v. The d × d matrix has in addition the
eigenvalue 0 along x, which is no direction of the sphere. Absil, Mahony & Sepulchre (2008),
sections 3.6 and 5.3. Both are made from the landscape's own expression.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import sympy as sp

from provenscape.errors import UserError
from provenscape.models.landscapes.base import Landscape


@dataclass(frozen=True)
class OnSphere:
    """The restriction of a landscape to |x| = 1."""

    landscape: Landscape

    @cached_property
    def gradient(self) -> tuple[sp.Expr, ...]:
        """The d entries of P ∇f, exact; they are those of grad f where |x| = 1."""
        x, slope = self.landscape.variables, self.landscape.gradient
        radial = sum(a * b for a, b in zip(x, slope, strict=True))
        return tuple(b - radial * a for a, b in zip(x, slope, strict=True))

    def hessian_at(self, point: Sequence[Any]) -> sp.ImmutableMatrix:
        """Hess f, exact, at an exact point. Raises UserError for a point off the sphere."""
        x = sp.Matrix([sp.sympify(value) for value in point])
        if sp.expand((x.T * x)[0]) != 1:
            raise UserError(
                f"sphere: |x|² is {sp.expand((x.T * x)[0])} at the point; scale it to 1"
            )
        at = self.landscape.at(list(x))
        slope = sp.Matrix(self.landscape.gradient).xreplace(at)
        tangent = sp.eye(len(x)) - x * x.T
        inner = sp.Matrix(self.landscape.hessian).xreplace(at) - (x.T * slope)[0] * sp.eye(len(x))
        return sp.ImmutableMatrix((tangent * inner * tangent).applyfunc(sp.expand))

    def value(self, x: np.ndarray) -> np.ndarray:
        """f at points of shape (..., d); shape (...)."""
        return self.landscape.value(x)

    def grad(self, x: np.ndarray) -> np.ndarray:
        """grad f at points of shape (..., d); shape (..., d)."""
        slope = self.landscape.grad(x)
        return slope - x * (x * slope).sum(axis=-1, keepdims=True)

    def hess(self, x: np.ndarray) -> np.ndarray:
        """Hess f at points of shape (..., d); shape (..., d, d)."""
        slope = self.landscape.grad(x)
        identity = np.eye(x.shape[-1])
        tangent = identity - x[..., :, None] * x[..., None, :]
        inner = self.landscape.hess(x) - (x * slope).sum(axis=-1)[..., None, None] * identity
        return tangent @ inner @ tangent

    def extended_grad(self, x: np.ndarray) -> np.ndarray:
        """∇ of x ↦ f(x/|x|) at points of shape (..., d) other than 0: grad f(x/|x|) / |x|.

        Descent along it needs no constraint; it is tangent, so that |x| grows, at second order.
        """
        return self.grad(self.retract(x)) / np.linalg.norm(x, axis=-1, keepdims=True)

    @staticmethod
    def retract(x: np.ndarray) -> np.ndarray:
        """The nearest points of the sphere; x has shape (..., d) and no row is 0."""
        return x / np.linalg.norm(x, axis=-1, keepdims=True)
