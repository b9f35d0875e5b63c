"""Strong convexity leaves one minimiser: two of them have distance 0.

The strong-convexity inequality at a minimiser, where the gradient vanishes, read at the other one.
"""

from provenscape.kernel import Claim, combine, ge, gt, le, real

mu, f_star, dist2 = real("mu f_star dist2")  # f at both minimisers; their squared distance

claim = Claim(
    id="strongly-convex-minimiser-is-unique",
    items=["O-47"],
    says="A strongly convex function has at most one minimiser.",
    given={"constant": gt(mu), "strong_convexity": ge(f_star, f_star + mu * dist2 / 2)},
    then=le(dist2),
    tight=True,
    scope="every dimension; the strong-convexity inequality from one minimiser, where the gradient "
    "vanishes, to the other",
)
witness = {mu: 1, f_star: 0, dist2: 0}
equality = witness
countermodels = {
    "constant": {mu: 0, f_star: 0, dist2: 1},
    "strong_convexity": {mu: 1, f_star: 0, dist2: 1},
}


def proof():
    return combine(claim, using={"strong_convexity": 2}, scale=mu)
