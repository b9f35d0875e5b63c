"""Noise of mean 0 leaves the expected step that of gradient descent and adds its variance.

E(z + ε) = z and E‖z + ε − c‖² = ‖z − c‖² + E‖ε‖² for z = x − η∇f(x) and any point c, if Eε = 0.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, real

eta, x, slope, c = real("eta x g c")
mean, second = real("m q")  # Eε and Eε²
z = x - eta * slope

claim = Claim(
    id="noise-of-mean-zero-adds-its-variance",
    items=["E-38"],
    says="A step y = x − η∇f(x) + ε with Eε = 0 has the expectation of the gradient step, and its "
    "mean squared distance from any point is larger by E‖ε‖².",
    given={"mean_zero": eq(mean)},
    then=(
        eq(z + mean, z),
        eq((z - c) ** 2 + 2 * (z - c) * mean + second, (z - c) ** 2 + second),
    ),
    scope="coordinate by coordinate; E(z − c + ε)² written out by linearity",
)
witness = {eta: 1, x: 1, slope: 1, c: 1, mean: 0, second: 1}
countermodels = {"mean_zero": witness | {mean: 1, c: 0}}
points = [{eta: 1, x: 3, slope: 1, c: 1, mean: 0, second: 1}]


def proof():
    drift = combine(claim.part(0), using={"mean_zero": 1})
    spread = combine(claim.part(1), using={"mean_zero": 2 * (z - c)})
    return conjoin(claim, [drift, spread])
