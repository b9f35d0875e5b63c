"""On a flat plateau momentum has coasted ηβv₀(1 − β^t)/(1 − β) after t steps.

The velocity is at most v₀/(1 + (1/β − 1)t), so that it tends to 0 and the distance to its bound
ηβv₀/(1 − β): plateaus narrower than that are crossed, others are not; plain descent crosses none.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, ge, gt, induct, le, lt, real

beta, eta, v, z, first, t = real("beta eta v z v_0 t")

claim = Claim(
    id="momentum-coasts-a-finite-distance",
    says="On a flat plateau momentum coasts the distance ηβ(v₀ − v_t)/(1 − β) in t steps, with "
    "0 < v_t ≤ v₀/(1 + (1/β − 1)t): it crosses plateaus narrower than ηβv₀/(1 − β), and none of "
    "that width or wider.",
    items={"L-33": "whole", "L-30": "part coasts-through"},
    where={
        beta: "the momentum coefficient",
        eta: "the step length",
        v: "the velocity after t steps on the plateau",
        z: "the distance gone on the plateau",
        first: "the velocity at the entry",
        t: "the number of steps on the plateau",
    },
    given={
        "momentum": gt(beta),
        "damped": lt(beta, 1),
        "moving": gt(first),
        "step": gt(eta),
    },
    then=Invariant(
        (
            eq(z * (1 - beta), eta * beta * (first - v)),
            gt(v),
            lt(z, eta * beta * first / (1 - beta)),
            le(v * (beta + (1 - beta) * t), beta * first),
            ge(t),
        ),
        start={z: 0, v: first, t: 0},
        update={z: z + eta * beta * v, v: beta * v, t: t + 1},
    ),
    repairs="momentum-crosses-a-plateau-of-ten-entry-steps",
    scope="v ← βv + ∇J and θ ← θ − ηv with ∇J = 0",
)
witness = {beta: Rational(1, 2), eta: 1, first: 1}
countermodels = {
    "momentum": witness | {beta: 0},
    "damped": witness | {beta: 2},
    "moving": witness | {first: 0},
    "step": witness | {eta: 0},
}


def proof():
    steps = (
        combine(claim.at_next_state(0), using={"invariant.0": 1}),
        combine(claim.at_next_state(1), using={"invariant.1": beta}),
        combine(
            claim.at_next_state(2),
            using={"invariant.0": -1, "invariant.1": eta * beta**2},
            scale=1 - beta,
        ),
        combine(
            claim.at_next_state(3),
            using={"invariant.3": 1, "invariant.1": (1 - beta) ** 2 * t},
        ),
        combine(claim.at_next_state(4), using={"invariant.4": 1}, squares=[(1, 1)]),
    )
    return induct(claim, (None,) * 5, steps)
