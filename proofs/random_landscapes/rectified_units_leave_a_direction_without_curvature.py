"""A rectified unit in at t = 1 − t and out at 1 + t: at a stationary point no curvature that way.

Let a unit of the last hidden layer have incoming weights and bias b, outgoing weights a, and an
activation with σ(cz) = cσ(z) for c > 0, as the rectifier has. At (1 − t)b, (1 + t)a, |t| < 1, what
it adds to an output becomes (1 − t²)w, and at b, (1 + t)a it becomes (1 + t)w. So the curvature of
the squared loss along (−b, a) is −2 times its slope along (0, a), whatever the data, the depth and
the number of weights; at a stationary point it is 0. That all eigenvalues of such a Hessian are
positive has the probability 0 for this reason, and not because signs are drawn: at global minima
with an active unit too.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, function, induct, real

w, rest, t, curvature, slope = real("w rest t curvature slope")
half = Rational(1, 2)
phi = function("phi", (t,), half * ((1 + t) * (1 - t) * w + rest) ** 2)
psi = function("psi", (t,), half * ((1 + t) * w + rest) ** 2)
update = {
    curvature: curvature + phi.partial(t, t, at=(0,)),
    slope: slope + psi.partial(t, at=(0,)),
}

claim = Claim(
    id="rectified-units-leave-a-direction-without-curvature",
    says="In a network with a linear output layer, squared loss and rectified last hidden units "
    "the curvature along a unit's weights, incoming ones down and outgoing ones up, is −2 times "
    "the slope along the outgoing ones: at a stationary point it is 0, so that never are all "
    "eigenvalues of the Hessian positive.",
    items={"L-23": "instance", "N-46": "instance"},
    where={
        w: "what the unit adds to the next output of a datum",
        rest: "that output without the unit, less its target",
        curvature: "the curvature along (−b, a), as far as summed over data and outputs, b being "
        "the unit's incoming weights and bias and a its outgoing weights",
        slope: "the slope along (0, a), as far as summed",
    },
    given={},
    then=Invariant(eq(curvature, -2 * slope), start={curvature: 0, slope: 0}, update=update),
    scope="any depth, data and number of weights, a unit whose weights are not all 0, where the "
    "Hessian exists; φ(t) and ψ(t) are what an output adds to the loss at (1 − t)b, (1 + t)a and "
    "at b, (1 + t)a",
)
witness = [{w: 1, rest: 1}, {w: 2, rest: -1}, {w: 3, rest: 0}]
points = [witness]
mutants = [
    (
        "once the slope",
        replace(
            claim,
            then=Invariant(eq(curvature, -slope), start={curvature: 0, slope: 0}, update=update),
        ),
        witness,
    )
]


def proof():
    return induct(claim, None, combine(claim.at_next_state(), using={"invariant": 1}))
