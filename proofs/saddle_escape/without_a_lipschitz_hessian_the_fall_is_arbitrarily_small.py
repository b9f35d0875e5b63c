"""With a Lipschitz gradient alone a saddle of curvature −γ may have a fall as small as one likes.

Let h(y) = −γy²/2 up to |y| = s and turn up beyond, with second derivative L: h(s + w) = −γs²/2 −
γsw + Lw²/2, which has an L-Lipschitz gradient and its minima at w = γs/L. Their depth
γ(L + γ)s²/(2L) tends to 0 with s, while γ and L stay: no gain per epoch follows from them. The
theorem on perturbed descent needs the Lipschitz Hessian (jumps of h″ exclude it), and its
tolerance √(ρε) has no meaning without.
"""

from sympy import Rational, diff

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, real

y, w, s, gamma, L = real("y w s gamma L")
half = Rational(1, 2)
inner = -half * gamma * y**2
outer = -half * gamma * s**2 - gamma * s * w + half * L * w**2
depth = gamma * (L + gamma) * s**2 / (2 * L)

claim = Claim(
    id="without-a-lipschitz-hessian-the-fall-is-arbitrarily-small",
    items=["O-35"],
    says="For every γ > 0, L ≥ γ and every depth there is a function with L-Lipschitz gradient "
    "whose saddle has curvature −γ and which falls nowhere by more than that depth: bounds on what "
    "an escape gains need more, such as a Lipschitz Hessian.",
    given={
        "smooth": gt(L),
        "curvature": ge(gamma),
        "inside": ge(s**2 - y**2),
    },
    then=(
        eq(diff(inner, y, 2), -gamma),
        ge(inner, -depth),
        ge(outer, -depth),
        eq(diff(outer, w, 2), L),
        eq(outer.xreplace({w: gamma * s / L}), -depth),
        eq(inner.xreplace({y: s}), outer.xreplace({w: 0})),
        eq(diff(inner, y).xreplace({y: s}), diff(outer, w).xreplace({w: 0})),
    ),
    scope="L ≥ γ; one coordinate, y² ≤ s² and |y| = s + w beyond; the last two parts say that "
    "value and slope agree at |y| = s; the depth is γ(L + γ)s²/(2L), and s is free",
)
witness = {y: 0, w: 1, s: 1, gamma: 1, L: 1}
countermodels = {
    "curvature": {y: 0, w: 1, s: 1, gamma: -half, L: 1},
    "inside": {y: 2, w: 1, s: 1, gamma: 1, L: 1},
}


def proof():
    return conjoin(
        claim,
        [
            combine(claim.part(0), using={}),
            combine(
                claim.part(1),
                using={"inside": gamma / 2},
                squares=[(1 / (2 * L), gamma * s)],
            ),
            combine(claim.part(2), using={}, squares=[(L / 2, w - gamma * s / L)]),
            combine(claim.part(3), using={}),
            *(combine(claim.part(i), using={}) for i in (4, 5, 6)),
        ],
    )
