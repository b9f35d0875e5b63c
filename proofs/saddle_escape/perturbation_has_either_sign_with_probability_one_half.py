"""⟨ξ, v⟩ is positive with probability exactly one half; it is not zero almost surely.

Reflection gives equal probabilities to the two signs, and the hyperplane ⟨ξ, v⟩ = 0 has none (claim
small-components-have-probability-of-order-root-d). Either sign serves: the saddle is left both
ways.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, real

p, q, z = real("p q z")  # the probabilities of ⟨ξ, v⟩ > 0, < 0 and = 0

claim = Claim(
    id="perturbation-has-either-sign-with-probability-one-half",
    items=["O-32"],
    says="The component of a random perturbation along the escape direction is nonzero with "
    "probability 1, and positive with probability one half.",
    given={"reflection": eq(p, q), "total": eq(p + q + z, 1), "hyperplane_is_null": eq(z)},
    then=eq(p, Rational(1, 2)),
    repairs="perturbation-is-positive-along-the-escape-direction",
    scope="ξ uniform on a centred ball, or any density symmetric about 0",
)
witness = {p: Rational(1, 2), q: Rational(1, 2), z: 0}
countermodels = {
    "reflection": {p: 1, q: 0, z: 0},
    "total": {p: 1, q: 1, z: 0},
    "hyperplane_is_null": {p: 0, q: 0, z: 1},
}


def proof():
    half = Rational(1, 2)
    return combine(claim, using={"reflection": half, "total": half, "hyperplane_is_null": -half})
