"""The index variance (log n)/π² of Gaussian matrices is less than C/√n times that of fair signs.

n independent fair signs have an index of variance n/4. The eigenvalues of the Gaussian orthogonal
ensemble repel, and theirs grows as (log n)/π² (Majumdar, Nadal, Scardicchio & Vivo 2011), so at
most (1 + κ) times that for large n. As √n ≥ ½ log n it is at most 8(1 + κ)/(π²√n) times n/4. By
Chebyshev's inequality the index is within log n of n/2 but for a probability (1 + κ)/(π² log n),
while that of signs leaves every band narrower than √n.
"""

from sympy import Rational, exp, pi

from provenscape.kernel import Claim, chain, combine, conjoin, eq, ge, gt, le, real, series

V, t, kappa, P, root = real("V t kappa P w")

claim = Claim(
    id="the-index-of-large-gaussian-matrices-is-far-from-binomial",
    says="The index of a matrix of the Gaussian orthogonal ensemble has for large n, whatever κ > "
    "0 is, a variance of at most 8(1 + κ)/(π²√n) times that of n fair signs, n/4, and differs from "
    "n/2 by log n or more with probability at most (1 + κ)/(π² log n).",
    items={"N-24": "instance", "N-99": "instance"},
    where={
        t: ("the logarithm of the order", r"\log n"),
        V: "the variance of the index",
        root: ("the square root of the order", r"\sqrt{n}"),
        kappa: "a positive number, n being large enough for it",
        P: "the probability that the index differs from n/2 by log n or more",
    },
    given={
        "large": gt(t),
        "root": gt(root),
        "logarithm": eq(root, exp(t / 2)),
        "positive": gt(kappa),
        "variance": le(V, (1 + kappa) * t / pi**2),
        "chebyshev": le(P * t**2, V),
    },
    then=(
        le(V * root, 8 * (1 + kappa) / pi**2 * root**2 / 4),
        le(P * t, (1 + kappa) / pi**2),
    ),
    facts={"variance": "goe-index-variance", "chebyshev": "markov-inequality"},
    scope="the mean is n/2 since H and −H have one law",
)
witness = {t: 1, V: Rational(1, 20), kappa: 1, P: 0, root: exp(Rational(1, 2))}
countermodels = {
    "variance": witness | {V: 1, P: 1},
    "chebyshev": witness | {P: 1},
}


def proof():
    power, share = exp(t / 2), 2 * (1 + kappa) / pi**2
    grows = series(
        claim.lemma("√n ≥ 1 + ½ log n", claim.given, ge(power, 1 + t / 2)), exp, t / 2, 1
    )
    smaller = chain(
        claim.part(0),
        {"grows": grows},
        using={"variance": root, "grows": share * root, "logarithm": share * root},
        squares=[(share * root, 1)],
    )
    band = combine(claim.part(1), using={"variance": 1, "chebyshev": 1}, scale=t)
    return conjoin(claim, [smaller, band])
