"""n strict saddles in a row, each met on the way down from the one before.

The construction of Du, Jin, Lee, Jordan, Singh & Póczos (2017), Theorem 4.1, with n = d. Let h be
even, −γ x² up to τ, L (x − 4τ)² − ν from 2τ on, and between them the quartic that makes h twice
continuously differentiable (which fixes ν); let s rise from 0 at τ to 1 at 2τ by the quintic step
10u³ − 15u⁴ + 6u⁵. Then
    f(x) = h(x₁) + Σᵢ [(1 − s(|xᵢ|)) L xᵢ₊₁² + s(|xᵢ|) h(xᵢ₊₁)].
While xᵢ waits at its saddle, xᵢ₊₁ is pressed to 0 with curvature L; once xᵢ has left, xᵢ₊₁ is at
a saddle of its own. On the tube of the paper, where at most one coordinate lies between τ and 2τ
and the later ones below τ, f is the paper's function; beyond it the paper extends f by Whitney's
theorem and we by this formula. The minima are the 2ⁿ points with all |xᵢ| = 4τ, of value −nν.
"""

from itertools import pairwise

import sympy as sp

from provenscape.errors import UserError
from provenscape.models.landscapes.base import Landscape, coordinates
from provenscape.models.landscapes.exact import Exact, exact_number


def saddle_chain(count: int, repelling: Exact, attracting: Exact, tau: Exact = 1) -> Landscape:
    """Return the chain of `count` saddles; γ is `repelling`, L is `attracting`.

    Raises UserError unless count ≥ 1 and the three numbers are exact and positive.
    """
    gamma, L, length = (exact_number(n, "saddle_chain") for n in (repelling, attracting, tau))
    if count < 1 or min(gamma, L, length) <= 0:
        raise UserError(
            f"saddle_chain: count is {count}, repelling {gamma}, attracting {L}, tau {length}; "
            "give at least one saddle and positive numbers"
        )
    x = coordinates(" ".join(f"x{i}" for i in range(1, count + 1)))
    expression = height(x[0], gamma, L, length)
    for before, after in pairwise(x):
        share = step(before, length)
        expression += (1 - share) * L * after**2 + share * height(after, gamma, L, length)
    return Landscape(
        name=f"saddle_chain_{count}",
        title=f"{count} saddles in a row",
        variables=x,
        expression=expression,
        critical_points=(),
        source="Du et al. (2017), Theorem 4.1",
    )


def height(x: sp.Symbol, gamma: sp.Expr, L: sp.Expr, tau: sp.Expr) -> sp.Expr:
    """h: −γ x² near 0, a quartic from τ to 2τ, L (|x| − 4τ)² − ν beyond."""
    z = sp.Dummy(real=True)
    quartic = middle(z, gamma, L, tau)
    depth = 4 * L * tau**2 - quartic.subs(z, 2 * tau)
    return even(x, tau, -gamma * z**2, quartic, L * (z - 4 * tau) ** 2 - depth, z)


def middle(z: sp.Symbol, gamma: sp.Expr, L: sp.Expr, tau: sp.Expr) -> sp.Expr:
    """The quartic g with g(τ) = −γτ² whose derivative is the cubic with the values −2γτ, −4Lτ and
    the slopes −2γ, 2L at τ, 2τ (Hermite)."""
    u = (z - tau) / tau
    slope = (
        -2 * gamma * tau * (1 - 3 * u**2 + 2 * u**3)
        - 2 * gamma * tau * (u - 2 * u**2 + u**3)
        - 4 * L * tau * (3 * u**2 - 2 * u**3)
        + 2 * L * tau * (u**3 - u**2)
    )
    return -gamma * tau**2 + sp.integrate(sp.expand(slope), (z, tau, z))


def step(x: sp.Symbol, tau: sp.Expr) -> sp.Expr:
    """s: 0 where |x| ≤ τ, 1 where |x| ≥ 2τ, the quintic step between."""
    z = sp.Dummy(real=True)
    u = (z - tau) / tau
    return even(x, tau, sp.S.Zero, u**3 * (10 - 15 * u + 6 * u**2), sp.S.One, z)


def even(
    x: sp.Symbol, tau: sp.Expr, inner: sp.Expr, between: sp.Expr, outer: sp.Expr, z: sp.Symbol
) -> sp.Expr:
    """The even function of x given for z = |x| by three pieces that meet at τ and 2τ.

    Written without |x|, of whose second derivative SymPy makes a delta function.
    """
    return sp.Piecewise(
        (outer.subs(z, -x), x < -2 * tau),
        (between.subs(z, -x), x < -tau),
        (inner.subs(z, x), x <= tau),
        (between.subs(z, x), x <= 2 * tau),
        (outer.subs(z, x), True),
    )
