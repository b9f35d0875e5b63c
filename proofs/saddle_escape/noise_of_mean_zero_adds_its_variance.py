"""Noise of mean 0 leaves the expected step that of gradient descent and adds its variance.

E(z + ε) = z and E(z + ε − c)² = (z − c)² + Eε² for z = x − ηf'(x) and any point c, if Eε = 0: the
definition of noisy descent, unfolded for noise that takes three values.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, real

x, eta, slope, c = real("x eta slope c")
noise, chances = real("e1 e2 e3"), real("p1 p2 p3")
z = x - eta * slope


def mean(of):
    return sum(p * of(e) for p, e in zip(chances, noise, strict=True))


claim = Claim(
    id="noise-of-mean-zero-adds-its-variance",
    says="A step y = x − ηf'(x) + ε with Eε = 0 has the expectation of the gradient step, and its "
    "mean squared distance from any point is larger by Eε².",
    items={"E-38": "definition"},
    where={
        x: "the iterate",
        eta: "the step length",
        slope: ("the derivative there", "f'(x)"),
        c: "any point",
        noise: "the values that the noise takes",
        chances: "their probabilities",
    },
    given={"probabilities": eq(sum(chances), 1), "mean_zero": eq(mean(lambda e: e))},
    then=(
        eq(mean(lambda e: z + e), z),
        eq(mean(lambda e: (z + e - c) ** 2), (z - c) ** 2 + mean(lambda e: e**2)),
    ),
    scope="one coordinate, noise with three values",
)
p1, p2, p3 = chances
e1, e2, e3 = noise
witness = {x: 1, eta: 1, slope: 1, c: 1, p1: 1, p2: 0, p3: 0, e1: 0, e2: 0, e3: 0}
countermodels = {
    "probabilities": witness | {p1: 2, slope: 0},
    "mean_zero": witness | {e1: 1},
}
points = [witness | {x: 3}]


def proof():
    drift = combine(claim.part(0), using={"probabilities": z, "mean_zero": 1})
    spread = combine(claim.part(1), using={"probabilities": (z - c) ** 2, "mean_zero": 2 * (z - c)})
    return conjoin(claim, [drift, spread])
