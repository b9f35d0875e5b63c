"""Independent noise of variance s² along the escape direction makes the variance of y grow like P.

One step is y ← ay + w with a = 1 − η∂²f/∂y² = 1 + 2η, and E(ay + w)² = a²Ey² + 2aE(yw) + Ew². With
V₀ = 0 this gives V = s²(a^(2t) − 1)/(a² − 1). For Gaussian noise P(|y_t| ≤ R) ≤ R√(2/(πV_t)) then
tends to 0 for every R: the iterate leaves.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, eq, induct, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
y = f.variables[1]
eta, s, V, P, cross, noise2 = real("eta s V P cross noise2")
factor = 1 - eta * f.partial(y, y, at=(0, 0))

claim = Claim(
    id="noise-along-the-escape-direction-leaves-the-saddle",
    says="Noise of mean 0 and variance s² in the escape direction of x² − y² makes the mean square "
    "of y grow from 0 to exactly s²((1 + 2η)^(2t) − 1)/((1 + 2η)² − 1) in t steps.",
    items={"N-13": "instance", "E-39": "instance", "N-44": "instance", "O-40": "instance"},
    where={
        eta: "the step length",
        s: "the standard deviation of the noise",
        V: ("the mean square of y after t steps", r"\mathbb{E}\,y_t^2"),
        P: ("the growth of y² without noise, (1 + 2η)^(2t)", "P_t"),
        cross: ("the mean of y times the noise w of the step", r"\mathbb{E}\,y_tw_t"),
        noise2: ("the mean square of that noise", r"\mathbb{E}\,w_t^2"),
    },
    given={"independent_of_the_past": eq(cross), "variance": eq(noise2, s**2)},
    then=Invariant(
        eq((factor**2 - 1) * V, s**2 * (P - 1)),
        start={V: 0, P: 1},
        update={V: factor**2 * V + 2 * factor * cross + noise2, P: factor**2 * P},
    ),
    repairs="any-noise-leaves-the-saddle",
    scope="x² − y² from the saddle, gradient steps with noise added to y",
)
witness = {eta: 1, s: 1, cross: 0, noise2: 1}
countermodels = {
    "independent_of_the_past": witness | {cross: 1},
    "variance": witness | {noise2: 0},
}
mutants = [
    (
        "no noise",
        replace(claim, then=replace(claim.then, update={V: factor**2 * V, P: factor**2 * P})),
    )
]


def proof():
    gain = factor**2 - 1
    step = combine(
        claim.at_next_state(),
        using={
            "invariant": factor**2,
            "independent_of_the_past": 2 * factor * gain,
            "variance": gain,
        },
    )
    return induct(claim, None, step)
