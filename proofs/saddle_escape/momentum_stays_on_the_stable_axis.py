"""From a start with y = 0 and velocity 0 momentum on x² − y² keeps y = 0 and v_y = 0 for ever.

(y, v) ← (y − η(βv − 2y), βv − 2y) is linear: (0, 0) is kept. The update is odd in y, so that no
memory of earlier steps can break the symmetry; the same holds for Adam and for warm-up.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, eq, induct, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta, beta, v = real("eta beta v")
next_v = beta * v + f.partial(y)

claim = Claim(
    id="momentum-stays-on-the-stable-axis",
    says="Momentum without noise does not leave the stable axis of x² − y²: if y and its velocity "
    "are 0, they stay 0, for every step length and every β.",
    items={"E-15": "instance", "L-33": "instance"},
    where={
        eta: "the step length, any number at each step",
        beta: "the momentum coefficient, any number at each step",
        v: "the velocity along y",
    },
    given={},
    then=Invariant((eq(y), eq(v)), start={y: 0, v: 0}, update={y: y - eta * next_v, v: next_v}),
    scope="heavy ball as in the module: v ← βv + ∇J, θ ← θ − ηv; x is any first coordinate",
)
witness = {eta: 1, beta: 1, x: 1}
mutants = [
    (
        "started off the axis",
        replace(claim, then=replace(claim.then, start={y: 1, v: 0})),
    )
]


def proof():
    steps = (
        combine(
            claim.at_next_state(0), using={"invariant.0": 1 + 2 * eta, "invariant.1": -eta * beta}
        ),
        combine(claim.at_next_state(1), using={"invariant.0": -2, "invariant.1": beta}),
    )
    return induct(claim, (None, None), steps)
