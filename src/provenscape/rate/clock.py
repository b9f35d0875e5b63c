"""What the numbers of a step are functions of: its number k, or the t_k of FISTA.

t_0 = 1 and t_(k+1) = (1 + √(1 + 4 t_k²))/2, so that t_(k+1)² − t_(k+1) = t_k². What is computed
from t_k and t_(k+1) is by that relation of degree one in t_(k+1), once denominators are taken away.
The symbols are what is not negative: K for k or t_k − 1, B for t_(k+1) − 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import sympy as sp

from provenscape.kernel import root_of
from provenscape.rate.forms import K, N

B = sp.Symbol("b")


@dataclass(frozen=True)
class Clock:
    """What K is at the next step; what vanishes, if that is not a function of K."""

    after: sp.Expr
    relation: sp.Expr = sp.S.Zero

    @property
    def symbols(self) -> tuple[sp.Symbol, ...]:
        return (K,) if self.relation == 0 else (K, B)

    @property
    def least(self) -> sp.Expr:
        """What K + 1 is at least in the last of N steps: N, and (N + 1)/2 as t_(k+1) ≥ t_k + ½."""
        return N if self.relation == 0 else (N + 1) / 2

    @cached_property
    def _square(self) -> sp.Expr:
        """What B² is."""
        return sp.expand(B**2 - self.relation)

    def reduced(self, number: sp.Expr) -> sp.Expr:
        """A polynomial in K and B, which is of degree one in B at most."""
        number = sp.expand(number)
        while self.relation != 0 and sp.degree(number, B) > 1:
            high, rest = sp.div(number, B**2, B)
            number = sp.expand(high * self._square + rest)
        return number


COUNT = Clock(K + 1)
FISTA = Clock(B, B**2 + B - (K + 1) ** 2)


def fista_less_one(count: int) -> Sequence[sp.Expr]:
    """The first of the t_k − 1, as algebraic numbers of the kernel: B by its relation with K."""
    x, y = sp.symbols("x y", real=True)
    minimal, found = y, [sp.S.Zero]
    step = FISTA.relation.xreplace({K: y, B: x})
    while len(found) < count:
        minimal = sp.Poly(sp.resultant(minimal, step, y), x).as_expr()
        index = int(sp.Poly(minimal, x).count_roots()) - 1  # the largest
        small = sp.degree(minimal, x) == 2
        found.append(max(sp.roots(minimal, x)) if small else root_of(minimal, index))
        minimal = minimal.xreplace({x: y})
    return found
