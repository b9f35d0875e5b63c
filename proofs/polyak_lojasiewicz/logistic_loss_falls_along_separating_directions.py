"""The logistic loss of separable data has no finite minimiser: it falls along the separating line.

Along a separating direction w the margin of example i grows at the rate γᵢ > 0, so that the loss
Σ f(xᵢ), f(x) = log(1 + e^(−x)), has the slope Σ γᵢf′(xᵢ), a sum of negative terms, at every point.
"""

from sympy import exp, log

from provenscape.kernel import Claim, Invariant, combine, function, gt, induct, lt, real

x, gamma, slope, x_1, gamma_1 = real("x gamma slope x_1 gamma_1")
f = function("f", (x,), log(1 + exp(-x)))

claim = Claim(
    id="logistic-loss-falls-along-separating-directions",
    says="At every point the logistic loss of any number of separated examples has a negative "
    "slope along the separating direction: no point is a minimiser.",
    items={"O-46": "part no-finite-minimiser"},
    where={
        x_1: "the margin of the first example",
        gamma_1: ("how fast it grows along the separating direction", r"\gamma_1"),
        x: ("the margin of the next example", "x_i"),
        gamma: ("how fast it grows along the separating direction", r"\gamma_i"),
        slope: ("the slope of the loss along it, of the examples so far", "s_i"),
    },
    given={"first_separated": gt(gamma_1), "separated": gt(gamma)},
    then=Invariant(
        lt(slope, 0),
        start={slope: gamma_1 * f.partial(x, at=(x_1,))},
        update={slope: slope + gamma * f.partial(x)},
    ),
    scope="the sum over any number n of examples, one after another; the mean is 1/n of it",
)
witness = [{x_1: 0, gamma_1: 1, x: 0, gamma: 1}, {gamma: 2}, {gamma: 3}]
countermodels = {
    "first_separated": {x_1: 0, gamma_1: -1, x: 0, gamma: 1},
    "separated": {x_1: 0, gamma_1: 1, x: 0, gamma: -1},
}


def proof():
    first, following = (exp(-margin) / (1 + exp(-margin)) for margin in (x_1, x))
    base = combine(claim.at_start(), using={"first_separated": first})
    step = combine(claim.at_next_state(), using={"invariant": 1, "separated": following})
    return induct(claim, base, step)
