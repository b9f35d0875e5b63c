"""k blocks of ⌈1/(2η)⌉ steps on x² − y² multiply the unstable component by at least 2^k.

So the number of steps to leave the saddle from |y₀| is at most ⌈1/(2η)⌉·⌈log₂(R/|y₀|)⌉, linear in
log(1/|y₀|). Exponential times need many saddles in a row (Du et al. 2017) or an exponentially
small |y₀|. Within a block (1 + 2η)^c ≥ 1 + 2ηc, which is 2 once c ≥ 1/(2η).
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, ge, gt, induct, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta, start, D, c, last = real("eta y_0 G c z")

claim = Claim(
    id="escape-takes-logarithmically-many-doublings",
    says="Gradient descent on x² − y² multiplies y by 2^k at least in k blocks of ⌈1/(2η)⌉ steps: "
    "it passes the distance R after at most ⌈1/(2η)⌉·⌈log₂(R/|y₀|)⌉ steps.",
    items={"N-37": "instance", "E-30": "instance"},
    where={
        eta: "the step length",
        start: "the distance of the start from the stable axis",
        D: "the power 2^k after k whole blocks",
        c: "the number of steps so far in the present block",
        last: "1 if the present step is the last of its block, else 0",
    },
    given={
        "step": gt(eta),
        "off_the_axis": gt(start),
        "last_or_not": eq(last * (1 - last)),
        "block_is_long": ge(last * (2 * eta * (c + 1) - 1)),
    },
    then=Invariant(
        (ge(y, start * D * (1 + 2 * eta * c)), ge(D), ge(c)),
        start={y: start, D: 1, c: 0},
        update={
            y: y - eta * f.partial(y),
            D: (1 + last) * D,
            c: (c + 1) * (1 - last),
        },
    ),
    repairs="escape-takes-exponentially-many-steps",
    scope="the quadratic saddle, y₀ > 0, the other side by reflection",
)
witness = [
    {eta: Rational(1, 4), start: 1, last: 0, x: 1},
    {last: 1},
    {last: 0},
    {last: 1},
]
countermodels = {
    "step": [{eta: -2, start: 1, last: 0, x: 1}, {}, {}, {}],
    "last_or_not": [{eta: 1, start: 1, last: 2, x: 1}, {last: 0}],
    "block_is_long": witness[0] | {last: 1},
}


def proof():
    weight = start * D
    doubled = combine(
        claim.at_next_state(0),
        using={
            "invariant.0": 1 + 2 * eta,
            "invariant.2": 4 * eta**2 * weight,
            "block_is_long": weight,
            "last_or_not": -2 * eta * (c + 1) * weight,
        },
    )
    power = combine(claim.at_next_state(1), using={"invariant.1": 1 + last**2, "last_or_not": D})
    count = combine(
        claim.at_next_state(2),
        using={"invariant.2": (1 - last) ** 2, "last_or_not": c + 1},
        squares=[(1, 1 - last)],
    )
    return induct(claim, (None, None, None), (doubled, power, count))
