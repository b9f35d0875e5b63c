"""Where a larger singular value is left out than one that is kept, f falls along their rotation.

If U and V have full rank at a critical point, UVᵀ and −R are parts of one singular value
decomposition of M: RV = 0 and RᵀU = 0 make their row and column spaces orthogonal. Let (s, x, y) be
a singular triplet of UVᵀ and (ρ, u, v) one of −R: uᵀx = 0 since ρu = −Rv and Rᵀx = 0, and likewise
vᵀy = 0. Along A = u(Uᵀx)ᵀ, B = v(Vᵀy)ᵀ the product gains ts(uyᵀ + xvᵀ) + t²suvᵀ, and f changes by
s(s − ρ)t² + s²t⁴/2: down if ρ > s. The residual's own vectors u, v must be combined with a pair
that is kept. If no ρ exceeds any s, UVᵀ is a best approximation of rank r (Eckart and Young 1936).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, lt, real

loss, s, rho, t = real("loss s rho t")
phi = function("phi", (t,), (loss + 2 * t**2 * s * (s - rho) + t**4 * s**2) / 2)

claim = Claim(
    id="swapping-a-kept-pair-for-a-larger-one-gives-descent",
    says="A critical point of ½|UVᵀ − M|² with factors of full rank that keeps a singular value s "
    "and leaves out ρ > s has the second derivative 2s(s − ρ) < 0 along a displacement made of the "
    "residual's singular pair and the kept one; t times as far f is lower as long as st² ≤ ρ − s.",
    items={"N-48": "instance", "N-50": "instance"},
    where={
        loss: ("the squared norm of the residual R = UVᵀ − M", r"\|R\|^2"),
        s: "a singular value of UVᵀ, with the unit vectors x and y",
        rho: "a singular value of −R, with the unit vectors u and v",
        t: "the multiple of the displacement that is taken",
    },
    given={
        "kept": gt(s),
        "step": gt(t**2),
        "larger_left_out": ge(rho - s, s * t**2),
    },
    then=(lt(phi(t), phi(0)), eq(phi.partial(t, t, at=(0,)), 2 * s * (s - rho))),
    bridges=("singular-value-decomposition",),
    scope="all m, n, r and M; φ(t) is f at U + tu(Uᵀx)ᵀ, V + tv(Vᵀy)ᵀ, the squared norm of "
    "R + ts(uyᵀ + xvᵀ) + t²suvᵀ multiplied out, with Rv = −ρu, Rᵀu = −ρv and what follows from the "
    "residual's vanishing on what is kept, uᵀx = vᵀy = 0",
)
witness = {loss: 4, s: 1, rho: 2, t: 1}
countermodels = {
    "kept": witness | {s: 0},
    "step": witness | {t: 0},
    "larger_left_out": witness | {t: 2},
}
points = [witness | {rho: s_left, t: Rational(1, 2)} for s_left in (1, Rational(1, 2))]


def proof():
    lower = combine(
        claim.part(0),
        using={"larger_left_out": s * t**2},
        squares=[(Rational(1, 2), s * t**2)],
    )
    curvature = combine(claim.part(1), using={})
    return conjoin(claim, [lower, curvature])
