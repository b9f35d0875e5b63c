"""If P(|⟨ξ, v⟩| ≤ s) ≤ Ks for every s > 0, then P(⟨ξ, v⟩ = 0) = 0: take s = P/(2K).

So a perturbation with a bounded density along v misses every hyperplane ⟨ξ, v⟩ = c almost surely;
on a quadratic saddle such a hyperplane is all that does not escape.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, le, real

p, K, s = real("p K s")  # the probability of the hyperplane, the slope of the bound, a width

claim = Claim(
    id="a-hyperplane-has-probability-zero",
    items=["N-43", "N-08", "N-77", "E-37"],
    says="A random perturbation with a density falls into the hyperplane from which the iterate "
    "would not leave with probability 0.",
    given={
        "slab": le(p, K * s),
        "narrow": eq(2 * K * s, p),
    },
    then=le(p, 0),
    tight=True,
    scope="slab at the one width s = p/(2K); that p ≥ 0 makes it 0; K = √(2(d + 1)/π)/r for the "
    "ball, "
    "√(2/π)/σ for a Gaussian; quadratic saddles, elsewhere the stable manifold (Lee et al. 2016)",
)
witness = {p: 0, K: 1, s: 0}
equality = witness
countermodels = {
    "slab": {p: 1, K: 1, s: Rational(1, 2)},
    "narrow": {p: 1, K: 1, s: 1},
}


def proof():
    return combine(claim, using={"slab": 2, "narrow": -1})
