"""On x² noisy descent with η = 1/(2(t + 1)) has the mean square s²/(4t) exactly, which tends to 0.

x⁺ = x − η(2x + w) = (t x − w/2)/(t + 1): the iterate is the mean of −w/2 over all steps so far. The
first step, of length ½, forgets the start and leaves the mean square s²/4.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, gt, induct, real
from provenscape.models.landscapes import get

f = get("bowl").f
x = f.variables[0]
s, V, t, cross, noise2 = real("s V t cross noise2")
eta = 1 / (2 * (t + 1))
factor = 1 - eta * f.partial(x, x, at=(0, 0))

claim = Claim(
    id="noise-averages-out-with-decreasing-steps",
    says="With step lengths 1/(2(t + 1)) noisy descent on x² has the mean square distance s²/(4t) "
    "from the minimum after t ≥ 1 steps, which decreases to 0.",
    items={"E-40": "instance"},
    where={
        s: "the standard deviation of the gradient's noise",
        t: "the number of steps made",
        V: ("the mean square of x after t steps", r"\mathbb{E}\,x_t^2"),
        cross: ("the mean of x times the noise w of the step", r"\mathbb{E}\,x_tw_t"),
        noise2: ("the mean square of that noise", r"\mathbb{E}\,w_t^2"),
    },
    given={
        "time": gt(t),
        "independent_of_the_past": eq(cross),
        "variance": eq(noise2, s**2),
    },
    then=Invariant(
        eq(4 * t * V, s**2),
        start={t: 1, V: s**2 / 4},
        update={t: t + 1, V: factor**2 * V - 2 * eta * factor * cross + eta**2 * noise2},
    ),
    scope="one coordinate of the bowl x² + y², from the first step on; noise w in the gradient; "
    "the state is the mean square, E(ax − ηw)² = a²E x² − 2aηE xw + η²E w²",
)
witness = {s: 2, cross: 0, noise2: 4}
countermodels = {
    "independent_of_the_past": witness | {cross: 1},
    "variance": witness | {noise2: 1},
}


def proof():
    step = combine(
        claim.at_next_state(),
        using={
            "invariant": t / (t + 1),
            "independent_of_the_past": -4 * t / (t + 1),
            "variance": 1 / (t + 1),
        },
    )
    return induct(claim, None, step)
