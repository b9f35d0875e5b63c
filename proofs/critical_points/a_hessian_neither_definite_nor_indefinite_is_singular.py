"""A Hessian that is neither definite nor indefinite has an eigenvalue 0.

With λ_min ≤ 0 ≤ λ_max and λ_min λ_max ≥ 0 the product of the extreme eigenvalues vanishes. So
"definite", "indefinite" and "semidefinite with an eigenvalue 0" are all there is, and they exclude
each other; "⪯ 0" and "singular" would overlap with one another and with these.
"""

from provenscape.kernel import Claim, chain, combine, ge, le, real

low, high = real("low high")

claim = Claim(
    id="a-hessian-neither-definite-nor-indefinite-is-singular",
    says="If the eigenvalues of a symmetric H are neither all positive nor all negative nor of "
    "both signs, then the least or the greatest of them is 0.",
    items={"O-N3": "whole", "N-N1": "whole", "L-10": "whole"},
    where={
        low: ("the least eigenvalue of H", r"\lambda_{\min}"),
        high: ("the greatest eigenvalue of H", r"\lambda_{\max}"),
    },
    given={
        "not_positive_definite": le(low, 0),
        "not_negative_definite": ge(high, 0),
        "not_indefinite": ge(low * high, 0),
    },
    then=le((low * high) ** 2, 0),
    tight=True,
    repairs="the-four-rows-of-the-table-exclude-one-another",
    about="the Hessian at a stationary point",
    scope="every dimension",
)
witness = {low: -1, high: 0}
equality = witness
countermodels = {
    "not_positive_definite": {low: 1, high: 1},
    "not_negative_definite": {low: -1, high: -1},
    "not_indefinite": {low: -1, high: 1},
}


def proof():
    opposite = combine(
        claim.lemma("no product above 0", claim.given, le(low * high, 0)),
        using={"not_negative_definite": -low},
    )
    return chain(claim, {"opposite": opposite}, using={"not_indefinite": -low * high})
