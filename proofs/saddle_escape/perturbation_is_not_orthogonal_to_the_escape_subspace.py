"""A perturbation has a component in the escape subspace: |⟨ξ, v⟩| > s but for probability Ks.

So it is almost surely not orthogonal to that subspace, though it almost surely does not lie in it;
and that component is what descent amplifies.
"""

from provenscape.kernel import Claim, combine, eq, ge, le, real

p, inside, K, s = real("p q K s")  # P(|⟨ξ, v⟩| ≤ s) and P(|⟨ξ, v⟩| > s)

claim = Claim(
    id="perturbation-is-not-orthogonal-to-the-escape-subspace",
    items=["N-42"],
    says="A random perturbation has a component longer than s along the escape direction with "
    "probability at least 1 − Ks.",
    given={"slab": le(p, K * s), "total": eq(p + inside, 1)},
    then=ge(inside, 1 - K * s),
    tight=True,
    repairs="perturbation-lands-in-the-escape-subspace",
    scope="K = √(2(d + 1)/π)/r for the uniform ball, by "
    "small-components-have-probability-of-order-root-d",
)
witness = {p: 0, inside: 1, K: 1, s: 1}
equality = {p: 1, inside: 0, K: 1, s: 1}
countermodels = {"slab": {p: 1, inside: 0, K: 0, s: 1}, "total": {p: 0, inside: 0, K: 0, s: 1}}


def proof():
    return combine(claim, using={"slab": 1, "total": 1})
