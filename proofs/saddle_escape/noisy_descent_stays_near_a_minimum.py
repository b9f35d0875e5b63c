"""From the minimum of x² + y², 0 < η < 1, noise of variance s² keeps E x² ≤ s²/(4η(1 − η)).

The bound is the fixed point of V ← (1 − 2η)²V + s²: descent with noise of bounded size stays in a
neighbourhood of the minimum, of radius proportional to s.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, ge, induct, le, real
from provenscape.models.landscapes import get

f = get("bowl").f
x = f.variables[0]
eta, s, V, cross, noise2 = real("eta s V cross noise2")
factor = 1 - eta * f.partial(x, x, at=(0, 0))

claim = Claim(
    id="noisy-descent-stays-near-a-minimum",
    says="Descent with step 0 < η < 1 and noise of variance at most s² on x² + y², from the "
    "minimum, keeps each coordinate within the mean square s²/(4η(1 − η)).",
    items={"N-32": "instance"},
    where={
        eta: "the step length",
        s: "a bound of the noise's standard deviation",
        V: ("the mean square of x after t steps", r"\mathbb{E}\,x_t^2"),
        cross: ("the mean of x times the noise w of the step", r"\mathbb{E}\,x_tw_t"),
        noise2: ("the mean square of that noise", r"\mathbb{E}\,w_t^2"),
    },
    given={
        "step": ge(eta),
        "short": le(eta, 1),
        "independent_of_the_past": eq(cross),
        "variance": le(noise2, s**2),
    },
    then=Invariant(
        le(4 * eta * (1 - eta) * V, s**2),
        start={V: 0},
        update={V: factor**2 * V + 2 * factor * cross + noise2},
    ),
    scope="one coordinate of x² + y², noise w added to the gradient step; the state is the mean "
    "square, and E(ax + w)² = a²E x² + 2aE xw + E w²",
)
witness = {eta: Rational(1, 4), s: 1, cross: 0, noise2: 1}
countermodels = {
    "independent_of_the_past": witness | {cross: 1},
    "variance": witness | {noise2: 2},
}
mutants = [
    (
        "half the bound",
        replace(claim, then=replace(claim.then, relations=(le(8 * eta * (1 - eta) * V, s**2),))),
    )
]


def proof():
    pull = 4 * eta * (1 - eta)
    base = combine(claim.at_start(), using={}, squares=[(1, s)])
    step = combine(
        claim.at_next_state(),
        using={
            "invariant": factor**2,
            "variance": pull,
            "independent_of_the_past": -2 * factor * pull,
        },
    )
    return induct(claim, base, step)
