"""With a Lipschitz gradient alone a saddle of curvature −γ may have a fall as small as one likes.

Let f(y) = −γy²/2 up to |y| = s and turn up beyond, with second derivative L: g(w) = −γs²/2 − γsw +
Lw²/2 at |y| = s + w, which has an L-Lipschitz gradient (L ≥ γ) and its minima at w = γs/L. Their
depth γ(L + γ)s²/(2L) tends to 0 with s, while γ and L stay: no gain per epoch follows from them.
The theorem on perturbed descent needs the Lipschitz Hessian (jumps of the second derivative exclude
it), and its tolerance √(ρε) has no meaning without.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, real

y, w, s, gamma, L = real("y w s gamma L")
half = Rational(1, 2)
f = function("f", (y,), -half * gamma * y**2)
g = function("g", (w,), -half * gamma * s**2 - gamma * s * w + half * L * w**2)
depth = gamma * (L + gamma) * s**2 / (2 * L)

claim = Claim(
    id="without-a-lipschitz-hessian-the-fall-is-arbitrarily-small",
    says="For every γ ≥ 0, L > 0 and s the function f(y) for |y| ≤ s, continued by g(|y| − s) with "
    "the same value and slope, has curvature −γ at 0 and L beyond s, and falls to exactly −γ(L + "
    "γ)s²/(2L): as little as one likes for small s. Bounds on what an escape gains need more, such "
    "as a Lipschitz Hessian.",
    items={},
    where={
        gamma: "the negative curvature at the saddle",
        L: "the curvature beyond",
        s: "where the two pieces meet",
    },
    given={
        "smooth": gt(L),
        "curvature": ge(gamma),
        "inside": ge(s**2 - y**2),
    },
    then=(
        eq(f.partial(y, y), -gamma),
        ge(f(y), -depth),
        ge(g(w), -depth),
        eq(g.partial(w, w), L),
        eq(g(gamma * s / L), -depth),
        eq(f(s), g(0)),
        eq(f.partial(y, at=(s,)), g.partial(w, at=(0,))),
    ),
    scope="one coordinate",
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
            *(combine(claim.part(i), using={}) for i in (3, 4, 5, 6)),
        ],
    )
