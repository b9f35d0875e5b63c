"""Where a larger singular value is left out than one that is kept, f falls along their rotation.

If U and V have full rank at a critical point, UVᵀ and −R are parts of one singular value
decomposition of M: RV = 0 and RᵀU = 0 make their row and column spaces orthogonal. Let (s, x, y) be
a singular triplet of UVᵀ and (ρ, u, v) one of −R. Along A = u(Uᵀx)ᵀ, B = v(Vᵀy)ᵀ the product gains
ts(uyᵀ + xvᵀ) + t²suvᵀ, and f changes by s(s − ρ)t² + s²t⁴/2: down if ρ > s. The residual's own
vectors u, v must be combined with a pair that is kept. If no ρ exceeds any s, UVᵀ is a best
approximation of rank r (Eckart and Young 1936), so that every local minimum is global for every
rank of M.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, lt, real

loss, s, rho, t = real("loss s rho t")
ux, vy, ruy, rxv = real("ux vy ruy rxv")  # u·x, v·y, uᵀRy, xᵀRv
# |R + ts(uyᵀ + xvᵀ) + t²suvᵀ|² for unit vectors with uᵀRv = −ρ
moved = (
    loss
    + 2 * t * s * (ruy + rxv)
    + t**2 * (s**2 * (2 + 2 * ux * vy) - 2 * s * rho)
    + 2 * t**3 * s**2 * (ux + vy)
    + t**4 * s**2
)

claim = Claim(
    id="swapping-a-kept-pair-for-a-larger-one-gives-descent",
    items=["N-48", "N-50", "N-81", "N-84", "N-85"],
    says="Also if rank M > r, a critical point with full-rank factors that keeps a singular value "
    "s and leaves out ρ > s has a direction of negative curvature 2s(s − ρ), made of the "
    "residual's singular pair and the kept one; along it f falls as long as st² ≤ ρ − s.",
    given={
        "columns_orthogonal": eq(ux),
        "rows_orthogonal": eq(vy),
        "residual_kills_y": eq(ruy),
        "residual_kills_x": eq(rxv),
        "kept": gt(s),
        "step": gt(t**2),
        "larger_left_out": ge(rho - s, s * t**2),
    },
    then=(lt(moved / 2, loss / 2), lt((moved / 2).diff(t, 2).xreplace({t: 0}), 0)),
    scope="all m, n, r and M, over Gram variables; the singular value decomposition is used, not "
    "proved. That a point which leaves out no larger value is a global minimum is the claim "
    "best-approximation-of-rank-r-keeps-the-largest-singular-values, written out there for two of "
    "five values, in general Eckart and Young (1936)",
)
witness = {loss: 4, s: 1, rho: 2, t: 1, ux: 0, vy: 0, ruy: 0, rxv: 0}
countermodels = {
    "columns_orthogonal": witness | {ux: 1},
    "rows_orthogonal": witness | {vy: 1},
    "residual_kills_y": witness | {ruy: 1},
    "residual_kills_x": witness | {rxv: 1},
    "kept": witness | {s: 0},
    "step": witness | {t: 0},
    "larger_left_out": witness | {t: 2},
}
points = [witness | {rho: s_left, t: Rational(1, 2)} for s_left in (1, Rational(1, 2))]


def proof():
    lower = combine(
        claim.part(0),
        using={
            "columns_orthogonal": -(t**2) * s**2 * vy - t**3 * s**2,
            "rows_orthogonal": -(t**3) * s**2,
            "residual_kills_y": -t * s,
            "residual_kills_x": -t * s,
            "larger_left_out": s * t**2,
        },
        squares=[(Rational(1, 2), s * t**2)],
    )
    downward = combine(
        claim.part(1),
        using={
            "columns_orthogonal": -2 * s**2 * vy,
            "larger_left_out": 2 * s,
            "step": 2 * s**2,
        },
    )
    return conjoin(claim, [lower, downward])
