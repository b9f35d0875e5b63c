"""v ← βv + ∇J with θ ← θ − ηv is Polyak's heavy ball θ⁺ = θ − η∇J + β(θ − θ₋).

By induction φ − φ₋ = −ηv at every step, whatever the gradients are.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, induct, real

beta, eta, theta, v, ball, before, slope, first = real("beta eta theta v phi phi_1 g theta_0")
velocity = beta * v + slope

claim = Claim(
    id="heavy-ball-is-momentum",
    says="The velocity recursion v ← βv + ∇J with the update θ ← θ − ηv, from v = 0, is the "
    "heavy-ball method θ⁺ = θ − η∇J(θ) + β(θ − θ₋), from θ₋ = θ: with the same gradients both make "
    "the same iterates.",
    items={"L-34": "definition"},
    where={
        beta: "the momentum coefficient",
        eta: "the step length",
        theta: "a coordinate of the iterate with a velocity",
        v: "the velocity along it",
        ball: "that coordinate of the heavy-ball iterate",
        before: ("the same one step before", r"\phi_{-}"),
        slope: "the partial derivative of J along it at the common iterate, any number",
        first: "the coordinate at the start",
    },
    given={},
    then=Invariant(
        (eq(theta, ball), eq(ball - before, -eta * v)),
        start={theta: first, v: 0, ball: first, before: first},
        update={
            theta: theta - eta * velocity,
            v: velocity,
            ball: ball - eta * slope + beta * (ball - before),
            before: ball,
        },
        fixed=(beta,),
    ),
    scope="the module gives no update; its panel shows the velocity 0.000 at the start, so v₀ = 0",
)
witness = [
    {beta: Rational(1, 2), eta: 1, first: 1, slope: 1},
    {slope: 2},
    {slope: -1},
]


def proof():
    steps = (
        combine(claim.at_next_state(0), using={"invariant.0": 1, "invariant.1": -beta}),
        combine(claim.at_next_state(1), using={"invariant.1": beta}),
    )
    return induct(claim, (None, None), steps)
