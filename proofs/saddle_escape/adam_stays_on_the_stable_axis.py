"""From a start with y = 0 Adam on x² − y² keeps y = 0: its moments along y are 0 at every step.

The update is −c·m with m ← β₁m + (1 − β₁)∂f/∂y and a positive factor c = η/(√v̂ + ε) that may
change from step to step; (y, m) = (0, 0) is kept whatever c is.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, eq, induct, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
y = f.variables[1]
c, beta, m = real("c beta_1 m")
next_m = beta * m + (1 - beta) * f.partial(y)

claim = Claim(
    id="adam-stays-on-the-stable-axis",
    says="Adam without noise does not leave the stable axis of x² − y²: from y = 0 it never gets "
    "off that axis, any more than plain descent does.",
    items={"E-15": "instance"},
    where={
        m: "the first moment along y",
        beta: "its decay rate",
        c: "the factor η/(√v̂ + ε) of the step, any number at each step",
    },
    given={},
    then=Invariant(
        (eq(y), eq(m)),
        start={y: 0, m: 0},
        update={y: y - c * next_m, m: next_m},
        fixed=(beta,),
    ),
    scope="with or without bias correction; x is any first coordinate at each step",
)
x = f.variables[0]
witness = {c: 1, beta: 0, x: 1}
mutants = [
    (
        "started off the axis",
        replace(claim, then=replace(claim.then, start={y: 1, m: 0})),
    ),
]


def proof():
    k = -2 * (1 - beta)  # m⁺ = k y + β m
    steps = (
        combine(claim.at_next_state(0), using={"invariant.0": 1 - c * k, "invariant.1": -c * beta}),
        combine(claim.at_next_state(1), using={"invariant.0": k, "invariant.1": beta}),
    )
    return induct(claim, (None, None), steps)
