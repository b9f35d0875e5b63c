"""A Hessian that is neither definite nor indefinite has an eigenvalue 0.

With λ_min ≤ 0 ≤ λ_max and λ_min λ_max ≥ 0 the product of the extreme eigenvalues vanishes. So
"definite", "indefinite" and "semidefinite with an eigenvalue 0" are all there is, and they exclude
each other; "⪯ 0" and "singular" would overlap with one another and with these.
"""

from provenscape.kernel import Claim, combine, ge, le, real

depth, high = real("depth high")  # −λ_min and λ_max

claim = Claim(
    id="a-hessian-neither-definite-nor-indefinite-is-singular",
    items=["O-N3", "N-N1", "L-10"],
    says="A stationary point has H definite, H indefinite, or H semidefinite with an eigenvalue 0; "
    "only the last calls for more than second order.",
    given={
        "not_positive_definite": ge(depth),
        "not_negative_definite": ge(high),
        "not_indefinite": le(depth * high, 0),
    },
    then=le((depth * high) ** 2, 0),
    tight=True,
    repairs="the-four-rows-of-the-table-overlap",
    scope="every dimension; stated over the extreme eigenvalues",
)
witness = {depth: 1, high: 0}
equality = witness
countermodels = {
    "not_positive_definite": {depth: -1, high: 1},
    "not_negative_definite": {depth: 1, high: -1},
    "not_indefinite": {depth: 1, high: 1},
}


def proof():
    return combine(claim, using={"not_indefinite": depth * high})
