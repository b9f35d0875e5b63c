"""The mean loss of real phase retrieval is stationary at 0, at ±z, and where x ⟂ z, 3|x|² = |z|².

∇f = (12|x|² − 4|z|²) x − 8⟨x, z⟩ z. Its products with x and z give, with N = |x|², S = |z|² and
c = ⟨x, z⟩, c(N − S) = 0 and N(3N − S) = 2c². If c ≠ 0 then N = S, c² = S², so |x − z||x + z| = 0.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, real
from provenscape.models.landscapes.phase_retrieval import population

N, S, c, t = real("N S c t")
along_x = function("f", (t,), population(N * (1 + t) ** 2, S, c * (1 + t)))
along_z = function("g", (t,), population(N + 2 * t * c + t**2 * S, S, c + t * S))

claim = Claim(
    id="phase-retrieval-has-three-kinds-of-stationary-points",
    says="The mean loss of real phase retrieval over Gaussian measurements is stationary only at "
    "0, at the signal and its negative, and at the vectors orthogonal to the signal of a third of "
    "its squared length.",
    items={"O-29": "instance", "E-36": "instance"},
    where={
        N: ("the squared length of x", "|x|^2"),
        S: ("the squared length of the signal z", "|z|^2"),
        c: ("the product of x and z", r"\langle x,z\rangle"),
    },
    given={
        "stationary along x": eq(along_x.partial(t, at=(0,))),
        "stationary along z": eq(along_z.partial(t, at=(0,))),
    },
    then=(
        eq(c * (N - S)),
        eq(c * (N + S - 2 * c) * (N + S + 2 * c)),
        eq(N * (3 * N - S), 2 * c**2),
    ),
    bridges=("fourth-moments-of-gaussian-vectors",),
    scope="every dimension; f and g are the mean loss at x + tx and x + tz; N + S ∓ 2c is |x ∓ z|²",
)
witness = {N: 1, S: 1, c: 1}
countermodels = {
    "stationary along x": {N: 1, S: 1, c: Rational(1, 2)},
    "stationary along z": {N: 1, S: Rational(5, 2), c: Rational(1, 2)},
}
points = [witness]


def proof():
    third = Rational(1, 12)
    parts = [
        combine(claim.part(0), using={"stationary along z": third}),
        combine(
            claim.part(1),
            using={
                "stationary along z": -third * (5 * N + S),
                "stationary along x": Rational(1, 2) * c,
            },
        ),
        combine(claim.part(2), using={"stationary along x": Rational(1, 4)}),
    ]
    return conjoin(claim, parts)
