"""⟨ξ, v⟩ is positive with probability exactly one half, not with overwhelming probability.

Reflection gives equal probabilities to the two signs, and the hyperplane ⟨ξ, v⟩ = 0 has none.
Either sign serves: the saddle is left both ways.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, real

p, q, z = real("p q z")

claim = Claim(
    id="perturbation-has-either-sign-with-probability-one-half",
    says="The component along the escape direction of a perturbation uniform in a ball about 0 is "
    "positive with probability one half.",
    items={"O-32": "whole"},
    where={
        p: ("the probability of a positive component", r"P(\langle\xi,v\rangle>0)"),
        q: ("the probability of a negative one", r"P(\langle\xi,v\rangle<0)"),
        z: ("the probability of none", r"P(\langle\xi,v\rangle=0)"),
    },
    given={"reflection": eq(p, q), "total": eq(p + q + z, 1), "hyperplane_is_null": eq(z)},
    then=eq(p, Rational(1, 2)),
    facts={"hyperplane_is_null": "coordinate-of-a-uniform-ball"},
    repairs="perturbation-is-positive-along-the-escape-direction",
    scope="every dimension; −ξ is distributed as ξ",
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
