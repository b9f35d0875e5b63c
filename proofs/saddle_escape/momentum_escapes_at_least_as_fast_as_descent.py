"""The growth factor μ of momentum along curvature −γ is at least 1 + ηγ, that of plain descent.

μ² − (1 + β + ηγ)μ + β = 0 says (μ − 1)(μ − β) = ηγμ, so μ − 1 = ηγμ/(μ − β) ≥ ηγ.
"""

from sympy import Rational, sqrt

from provenscape.kernel import Claim, combine, eq, ge, gt, real

beta, s, mu = real("beta s mu")  # s = ηγ

claim = Claim(
    id="momentum-escapes-at-least-as-fast-as-descent",
    items=["L-33", "L-04"],
    says="Along negative curvature −γ momentum multiplies the escaping component by at least "
    "1 + ηγ a step: it speeds the escape up once there is a component to amplify.",
    given={
        "momentum": ge(beta),
        "curvature": ge(s),
        "root": eq(mu**2 - (1 + beta + s) * mu + beta),
        "larger_root": gt(mu, beta),
    },
    then=ge(mu, 1 + s),
    tight=True,
    scope="heavy ball x⁺ = x − η∇f + β(x − x₋), quadratic saddle, s = ηγ; μ is the root above β",
)
witness = {beta: 0, s: 1, mu: 2}
equality = witness
countermodels = {
    "momentum": {beta: -1, s: Rational(3, 2), mu: 2},
    "curvature": {beta: Rational(1, 4), s: Rational(-1, 4), mu: Rational(1, 2)},
    "root": witness | {mu: 1},
    "larger_root": {beta: 2, s: 1, mu: 2 - sqrt(2)},
}


def proof():
    return combine(
        claim,
        using={"root": 1, "curvature": beta},
        scale=mu - beta,
    )
