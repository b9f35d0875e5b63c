"""No direction is flat exactly if H is nonsingular: ‖Hu‖² ≥ σ²‖u‖² with σ the least |λ_i|.

λ_min < 0 alone allows zero eigenvalues; it excludes a local minimum, not a flat direction.
"""

from provenscape.kernel import Claim, combine, ge, real

l1, l2, l3, u1, u2, u3, sigma = real("lambda_1 lambda_2 lambda_3 u_1 u_2 u_3 sigma")

claim = Claim(
    id="nonsingular-hessians-have-no-flat-directions",
    items=["O-28"],
    says="A stationary point has no flat directions if all eigenvalues of its Hessian are at least "
    "σ > 0 in size, whatever their signs; one with λ_min < 0 is no local minimum.",
    given={
        "first": ge(l1**2, sigma**2),
        "second": ge(l2**2, sigma**2),
        "third": ge(l3**2, sigma**2),
    },
    then=ge((l1 * u1) ** 2 + (l2 * u2) ** 2 + (l3 * u3) ** 2, sigma**2 * (u1**2 + u2**2 + u3**2)),
    tight=True,
    repairs="strict-saddles-have-no-flat-directions",
    scope="three dimensions, in the eigenbasis; that λ_min < 0 excludes a minimum is "
    "negative-curvature-direction-decreases-f",
)
witness = {l1: -1, l2: 1, l3: 1, u1: 1, u2: 1, u3: 1, sigma: 1}
equality = witness
countermodels = {
    "first": witness | {l1: 0},
    "second": witness | {l2: 0},
    "third": witness | {l3: 0},
}


def proof():
    return combine(claim, using={"first": u1**2, "second": u2**2, "third": u3**2})
