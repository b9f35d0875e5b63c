"""If P(|⟨ξ, v⟩ − c| ≤ s) ≤ Ks for every s > 0, then P(⟨ξ, v⟩ = c) = 0: take s = P/(2K).

So a perturbation with a bounded density along v misses every hyperplane ⟨ξ, v⟩ = c almost surely;
on a quadratic saddle such a hyperplane is all that does not escape.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, le, real

p, K, s = real("p K s")

claim = Claim(
    id="a-hyperplane-has-probability-zero",
    says="A random perturbation with a bounded density along v, such as one uniform in a ball, "
    "falls into a given hyperplane orthogonal to v with probability 0.",
    items={"N-43": "part probability-zero", "N-08": "instance"},
    where={
        p: (
            "the probability that the perturbation ξ falls into the hyperplane",
            r"P(\langle\xi,v\rangle=c)",
        ),
        K: "a number such that a slab |⟨ξ, v⟩ − c| ≤ s has probability at most Ks for every s > 0",
        s: "half the width of one slab about the hyperplane",
    },
    given={
        "slab": le(p, K * s),
        "narrow": eq(2 * K * s, p),
    },
    then=le(p, 0),
    bridges=("coordinate-of-a-uniform-ball",),
    scope="perturbations with a density, as the notes define theirs, uniform in a ball; one width "
    "of the slab, s = p/(2K); that p ≥ 0 makes it 0",
)
witness = {p: 0, K: 1, s: 0}
countermodels = {
    "slab": {p: 1, K: 1, s: Rational(1, 2)},
    "narrow": {p: 1, K: 1, s: 1},
}


def proof():
    return combine(claim, using={"slab": 2, "narrow": -1})
