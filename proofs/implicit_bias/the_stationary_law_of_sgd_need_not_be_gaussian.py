"""With noise ±σ the stationary kurtosis of SGD on ½hx² is 3 − 2(1 − a²)/(1 + a²), a = 1 − ηh.

x ← ax + z with z = ±ησ, each with probability ½, has stationary moments m₂ = a²m₂ + Ez² and
m₄ = a⁴m₄ + 6a²m₂Ez² + Ez⁴. A Gaussian has m₄ = 3m₂²; here the quotient is smaller at every step
length with a² < 1, 9/5 at a = ½, where the law is uniform on an interval. As ηh → 0 it tends to 3:
so far "approximately Gaussian" holds on quadratics with noise that does not depend on the place.
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, conjoin, eq, gt, lt, real

a, z, m2, m4 = real("a z m_2 m_4")

claim = Claim(
    id="the-stationary-law-of-sgd-need-not-be-gaussian",
    says="On ½hx² with noise ±σ the stationary moments of SGD have m₄/m₂² = 3 − 2(1 − a²)/(1 + a²) "
    "with a = 1 − ηh: less than the 3 of a Gaussian at every step length, and nearly 3 for short "
    "steps alone.",
    items={"O-69": "instance"},
    where={
        a: ("1 less the step length times the curvature", r"1-\eta h"),
        z: ("the step length times the size of the noise", r"\eta\sigma"),
        m2: "the stationary second moment",
        m4: "the stationary fourth moment",
    },
    given={
        "contracts": lt(a**2, 1),
        "noise": gt(z**2),
        "second": eq(m2, a**2 * m2 + z**2),
        "fourth": eq(m4, a**4 * m4 + 6 * a**2 * m2 * z**2 + z**4),
    },
    then=(eq(m4 * (1 + a**2), (1 + 5 * a**2) * m2**2), lt(m4, 3 * m2**2)),
    scope="one variable; the moments of the law, those of order 1 and 3 being 0",
)
witness = {a: Rational(1, 2), z: Rational(3), m2: 12, m4: Rational(9 * 144, 5)}
countermodels = {
    "contracts": {a: 2, z: 3, m2: -3, m4: Rational(189, 5)},
    "second": {a: 0, z: 1, m2: 0, m4: 1},
    "fourth": {a: 0, z: 1, m2: 1, m4: 3},
}


def proof():
    b = 1 - a**2
    quotient = combine(
        claim.part(0),
        using={"fourth": 1, "second": -(6 * a**2 * m2 + b * m2 + z**2)},
        scale=b,
    )
    spread = combine(
        claim.lemma("spread", claim.given, gt(m2)), using={"noise": 1, "second": 1}, scale=b
    )
    below = chain(
        claim.part(1),
        {"quotient": quotient, "spread": spread},
        using={"quotient": -1, "contracts": 2 * m2**2},
        scale=1 + a**2,
    )
    return conjoin(claim, [quotient, below])
