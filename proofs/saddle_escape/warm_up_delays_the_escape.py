"""Steps between 0 and η long lead no farther along an escape direction than steps of length η.

Both multiply the component a by positive factors 1 + η_tγ, those of the shorter steps being
smaller. So a schedule that starts with shorter steps leaves a quadratic saddle no sooner than steps
of its final length, and from a = 0 neither does. That longer steps would be unstable elsewhere, a
reason to warm up, is another matter.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, function, ge, induct, le, real

a, b, eta, step, gamma, first = real("a b eta s gamma a_0")
f = function("f", (a,), -gamma * a**2 / 2)
slope = f.partial(a, at=(b,))

claim = Claim(
    id="warm-up-delays-the-escape",
    says="At a quadratic saddle t gradient steps of lengths between 0 and η, whatever the "
    "schedule, lead at most as far along an escape direction as t steps of length η from the same "
    "start: warm-up leaves no sooner.",
    items={"L-38": "part a-way-to-escape"},
    where={
        a: "the component along the eigenvector, along which the function is f, under the schedule",
        b: "that component under steps of the full length",
        eta: "the full step length",
        step: ("the length of this step in the schedule", r"\eta_t"),
        gamma: "minus the eigenvalue",
        first: "that component at the start, of sign +",
    },
    given={
        "curvature": ge(gamma),
        "no_step_back": ge(step),
        "no_longer_step": le(step, eta),
        "side": ge(first),
    },
    then=Invariant(
        (ge(a), le(a, b)),
        start={a: first, b: first},
        update={a: a - step * f.partial(a), b: b - eta * slope},
    ),
    repairs="warm-up-helps-to-escape-saddles",
    about="warm-up at a saddle",
    scope="v'x > 0 for one v with Hv = −γv, H the Hessian of a quadratic function of any number of "
    "variables, since v'Hx = −γv'x; with v'x < 0 take −v",
)
witness = [{eta: 1, step: Rational(1, 2), gamma: 1, first: 1}, {step: Rational(3, 4)}, {step: 1}]
countermodels = {
    "curvature": {eta: 1, step: 0, gamma: -1, first: 1},
    "no_step_back": {eta: 0, step: -2, gamma: 1, first: 1},
    "no_longer_step": {eta: 1, step: 2, gamma: 1, first: 1},
    "side": {eta: 1, step: 0, gamma: 1, first: -1},
}
mutants = [
    (
        "no farther than without any step",
        replace(claim, then=replace(claim.then, relations=(ge(a), le(a, first)))),
    ),
]


def proof():
    ahead = combine(claim.at_next_state(0), using={"invariant.0": 1 + step * gamma})
    behind = combine(
        claim.at_next_state(1),
        using={"invariant.1": 1 + step * gamma, "no_longer_step": gamma * (b - a) + gamma * a},
    )
    return induct(claim, (None, None), (ahead, behind))
