"""Along negative curvature Nesterov's method multiplies by at least the factor of heavy ball.

With s = ηγ > 0 the factors are the larger roots of μ² − (1 + β)(1 + s)μ + β(1 + s) (Nesterov) and
of ν² − (1 + β + s)ν + β (heavy ball). The first polynomial minus the second is −βs(μ − 1), which is
negative at ν > 1: the root of the first lies beyond ν. (That ν ≥ 1 + s, the
factor of plain descent, is momentum-escapes-at-least-as-fast-as-descent.)
"""

from sympy import Rational, sqrt

from provenscape.kernel import Claim, combine, eq, ge, gt, real

beta, s, mu, nu = real("beta s mu nu")

claim = Claim(
    id="nesterov-escapes-at-least-as-fast-as-heavy-ball",
    says="Along negative curvature, with the same step length and momentum, the escaping component "
    "grows at least as fast under Nesterov's method as under heavy ball.",
    items={},
    where={
        beta: "the momentum coefficient",
        s: "the step length times minus the curvature",
        mu: "the growth factor of Nesterov's method, the larger root of its equation",
        nu: "the growth factor of heavy ball, the root above 1 of its equation",
    },
    given={
        "momentum": ge(beta),
        "curvature": ge(s),
        "nesterov": eq(mu**2 - (1 + beta) * (1 + s) * mu + beta * (1 + s)),
        "heavy_ball": eq(nu**2 - (1 + beta + s) * nu + beta),
        "larger_root": gt(mu, beta),
        "growing": gt(nu, 1),
    },
    then=ge(mu, nu),
    scope="constant step length and momentum, quadratic functions; the two equations are what a "
    "geometric sequence meets under x ← z − η∇f(z) with z = x + β(x − x₋), and under heavy ball",
)
half = Rational(1, 2)
witness = {beta: half, s: Rational(3, 4), mu: (21 + sqrt(217)) / 16, nu: 2}

countermodels = {
    "momentum": {beta: Rational(-1, 2), s: 1, mu: (1 + sqrt(5)) / 2, nu: (3 + sqrt(17)) / 4},
    "nesterov": witness | {mu: 1},
    "heavy_ball": witness | {nu: 3},
    "larger_root": {beta: Rational(1, 2), s: 3, mu: 3 - sqrt(7), nu: (9 + sqrt(73)) / 4},
}


def proof():
    beyond = mu - beta
    return combine(
        claim,
        using={
            "nesterov": nu**2,
            "heavy_ball": -(mu**2),
            "growing": beta * s * nu * beyond + beta**2 * s * nu,
        },
        scale=beta * (nu - 1) * beyond + beta**2 * (nu - 1) + nu * (1 + s) * beyond,
    )
