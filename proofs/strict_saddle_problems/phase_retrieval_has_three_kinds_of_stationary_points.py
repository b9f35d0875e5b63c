"""The mean loss of real phase retrieval is stationary at 0, at ±z, and where x ⟂ z, 3|x|² = |z|².

∇f = (12|x|² − 4|z|²) x − 8⟨x, z⟩ z. Its products with x and z give, with N = |x|², S = |z|² and
c = ⟨x, z⟩, c(N − S) = 0 and N(3N − S) = 2c². If c ≠ 0 then N = S, c² = S², so |x − z||x + z| = 0.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, real
from provenscape.models.landscapes.phase_retrieval import population

N, S, c = real("N S c")
loss = population(N, S, c)
# d/dx of f(N, S, c) is 2 f_N x + f_c z
along_x = 2 * loss.diff(N) * N + loss.diff(c) * c
along_z = 2 * loss.diff(N) * c + loss.diff(c) * S

claim = Claim(
    id="phase-retrieval-has-three-kinds-of-stationary-points",
    items=["O-29", "E-36"],
    says="The mean loss of real phase retrieval over Gaussian measurements is stationary only at "
    "0, at the signal and its negative, and at the vectors orthogonal to the signal of a third of "
    "its squared length.",
    given={"gradient along x": eq(along_x), "gradient along z": eq(along_z)},
    then=(
        eq(c * (N - S)),
        eq(c * (N + S - 2 * c) * (N + S + 2 * c)),
        eq(N * (3 * N - S), 2 * c**2),
    ),
    scope="every dimension, by N = |x|², S = |z|², c = ⟨x, z⟩; N + S ∓ 2c = |x ∓ z|²",
)
witness = {N: 1, S: 1, c: 1}
countermodels = {
    "gradient along x": {N: 1, S: 1, c: Rational(1, 2)},
    "gradient along z": {N: 1, S: Rational(5, 2), c: Rational(1, 2)},
}


def proof():
    third = Rational(1, 12)
    parts = [
        combine(claim.part(0), using={"gradient along z": third}),
        combine(
            claim.part(1),
            using={
                "gradient along z": -third * (5 * N + S),
                "gradient along x": Rational(1, 2) * c,
            },
        ),
        combine(claim.part(2), using={"gradient along x": Rational(1, 4)}),
    ]
    return conjoin(claim, parts)
