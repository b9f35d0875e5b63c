"""If f is µ-strongly convex and g convex, F = f + g is proximally PL with µ, for every L ≥ µ.

With z any point, y = x + (µ/L)(z − x) is a candidate for the minimum of m(y) = ⟨∇f(x), y − x⟩ +
(L/2)‖y − x‖² + g(y) − g(x), and m(y) ≤ (µ/L)(F(z) − F(x)). Then let F(z) tend to F*. Karimi, Nutini
& Schmidt (2016), Section 4.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, ge, gt, le, real

L, mu, fall, least, drop, inner, d2, g_x, g_z, g_y = real(
    "L mu fall least drop inner d2 g_x g_z g_y"
)

claim = Claim(
    id="strong-convexity-implies-proximal-pl",
    says="If f is strongly convex with µ ≤ L and g is convex, ½D(x) ≥ µ(F(x) − F(z)) for F = f + g "
    "and all x and z: the proximal PL inequality with µ.",
    items={},
    where={
        L: "the reciprocal of the step length",
        mu: "the constant of strong convexity of f",
        least: ("the least value of m at x", r"\min_y m(y)"),
        fall: ("−2L times that", "D(x)"),
        drop: ("what F is lower at z than at x", "F(x)-F(z)"),
        inner: ("the slope of f at x towards z", r"\langle \nabla f(x), z-x \rangle"),
        d2: ("the squared distance of x and z", r"\|z-x\|^2"),
        g_x: ("the value of g at x", "g(x)"),
        g_z: ("the value of g at z", "g(z)"),
        g_y: ("the value of g at y = x + (µ/L)(z − x)", "g(y)"),
    },
    given={
        "step": gt(L),
        "constant": gt(mu),
        "at_most_L": ge(L, mu),
        "definition": eq(fall, -2 * L * least),
        "strong_convexity": le(drop, g_x - g_z - inner - mu * d2 / 2),
        "convex": le(g_y, (1 - mu / L) * g_x + mu / L * g_z),
        "candidate": le(least, mu / L * inner + L / 2 * (mu / L) ** 2 * d2 + g_y - g_x),
    },
    then=ge(fall / 2, mu * drop),
    tight=True,
    scope="every dimension; f differentiable, g finite at x",
)
witness = {
    L: 1, mu: 1, fall: 1, least: -Rational(1, 2), drop: Rational(1, 2), inner: -1, d2: 1,
    g_x: 0, g_z: 0, g_y: 0,
}  # fmt: skip
equality = witness
countermodels = {
    "definition": witness | {fall: 0},
    "strong_convexity": witness | {drop: 1},
    "convex": witness | {g_y: 1, least: 0, fall: 0},
    "candidate": witness | {least: 0, fall: 0},
}


def proof():
    return combine(
        claim,
        using={
            "definition": Rational(1, 2),
            "candidate": L,
            "convex": L,
            "strong_convexity": mu,
        },
    )
