"""A gap that T steps multiply by at most e^(−Tµ/L) is at most ε once T ≥ (L/µ) log(gap₀/ε).

The rate is that of pl-step-factor-is-at-most-exponential; the logarithm is taken back by
e^(log t) = t, and e^(−s) ≤ 1 for s ≥ 0 does the rest.
"""

from sympy import exp, log

from provenscape.kernel import Claim, chain, ge, gt, le, real, series

L, mu, T, first, gap, epsilon, t = real("L mu T first gap epsilon t")

claim = Claim(
    id="logarithmically-many-steps-reach-the-accuracy",
    says="If T steps multiply the gap by at most e^(−Tµ/L), then (L/µ) log(gap₀/ε) or more of them "
    "reach accuracy ε.",
    items={"O-07": "part linear-rate", "O-89": "part linear-rate"},
    where={
        L: "a Lipschitz constant of the gradient",
        mu: "the PL constant",
        T: "the number of steps",
        first: ("the first gap", "f(x_0)-f^*"),
        gap: ("the gap after T steps", "f(x_T)-f^*"),
        epsilon: "the accuracy asked for",
    },
    given={
        "smooth": gt(L),
        "above_the_minimum": gt(first),
        "accuracy": gt(epsilon),
        "rate": le(exp(T * mu / L) * gap, first),
        "enough": ge(T * mu / L, log(first / epsilon)),
    },
    then=le(gap, epsilon),
    tight=True,
    scope="every dimension",
)
witness = {L: 1, mu: 1, T: 0, first: 1, gap: 1, epsilon: 1}
equality = witness
countermodels = {
    "rate": witness | {gap: 2},
    "enough": {L: 1, mu: 1, T: 0, first: 2, gap: 2, epsilon: 1},
}


def proof():
    tangent = series(claim.lemma("tangent", {}, ge(exp(t), 1 + t)), exp, t, 1)
    rest = T * mu / L - log(first / epsilon)
    return chain(
        claim,
        {"tangent": (tangent, {t: rest})},
        using={"rate": 1, "tangent": first, "enough": first},
        scale=exp(T * mu / L),
    )
