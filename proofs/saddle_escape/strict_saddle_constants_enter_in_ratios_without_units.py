"""δγ/ε and L/γ are numbers: they are the same for f and for af(x/b), and so may bound steps.

With the constants (ε, γ, δ) of the strict saddle property and L, all four change under rescaling:
aε/b, aγ/b², bδ, aL/b². For the double well δγ/ε is (6√3 − 8)/2 for every δ; for ½(uv − 1)² it is
(1 − 3t²)/(t(1 + t)), and for the symmetric rank-one factorization √3. The conclusions are the
hypotheses in other units; that bounds in such ratios hold is Ge et al. (2015).
"""

from provenscape.kernel import Claim, combine, conjoin, ge, gt, le, real

a, b, K, kappa, L, gamma, eps, delta = real("a b K kappa L gamma epsilon delta")

claim = Claim(
    id="strict-saddle-constants-enter-in-ratios-without-units",
    says="Whether δγ ≤ Kε and L ≤ κγ does not depend on the units of f and x.",
    items={},
    where={
        a: "the factor by which values of f are multiplied",
        b: "the factor by which lengths are multiplied",
        (K, kappa): "numbers",
        L: "a Lipschitz constant of the gradient",
        (gamma, eps, delta): "the curvature, slope and distance of the strict saddle property",
    },
    given={
        "unit_of_length": gt(b),
        "unit_of_f": ge(a),
        "ratio": le(delta * gamma, K * eps),
        "condition": le(L, kappa * gamma),
    },
    then=(
        le((b * delta) * (a * gamma / b**2), K * (a * eps / b)),
        le(a * L / b**2, kappa * (a * gamma / b**2)),
    ),
    scope="every dimension",
)
witness = {a: 1, b: 1, K: 1, kappa: 1, L: 1, gamma: 1, eps: 1, delta: 1}
countermodels = {
    "unit_of_f": witness | {a: -1, delta: 0},
    "ratio": witness | {delta: 2},
    "condition": witness | {L: 2},
}
points = [witness | {a: 2, b: 3}]


def proof():
    return conjoin(
        claim,
        [
            combine(claim.part(0), using={"ratio": a / b}),
            combine(claim.part(1), using={"condition": a / b**2}),
        ],
    )
