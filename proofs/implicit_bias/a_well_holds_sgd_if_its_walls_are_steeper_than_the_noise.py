"""With noise of size σ SGD stays within σ/h of a minimum of curvature h, and may be led so far.

A well of radius r holds SGD for ever just if σ ≤ hr, its steepest slope: of two wells of the same
depth D = ½hr², where hr = √(2Dh), the sharper one holds more noise. (If σ > hr, some run of noise
of one sign leads out of it, so that independent signs do sooner or later.) How rarely they do for
short steps is another question; see at-equal-depth-the-flatter-well-holds-more.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, function, ge, gt, induct, le, real

x, v, eta, h, z, sigma, P, t = real("x v eta h z sigma P t")
f = function("f", (x,), h * x**2 / 2)

claim = Claim(
    id="a-well-holds-sgd-if-its-walls-are-steeper-than-the-noise",
    says="With gradient noise of size at most σ SGD with ηh ≤ 1 stays within σ/h of a minimum of "
    "curvature h, and noise −σ at each step leads it beyond (σ/h)(1 − 1/(1 + ηht)) in t steps: a "
    "well of radius r holds it for ever just if σ ≤ hr.",
    items={"O-70": "instance"},
    where={
        x: "the iterate, from the minimum",
        v: "the iterate with the noise −σ at each step",
        eta: "the step length",
        h: "the curvature",
        z: "the noise of the gradient, anew at each step",
        sigma: "its bound",
        P: "the power (1 − ηh)^t after t steps",
        t: "the number of steps so far",
    },
    given={
        "step": gt(eta),
        "curvature": gt(h),
        "short": le(eta * h, 1),
        "above": le(z, sigma),
        "below": le(-z, sigma),
    },
    then=Invariant(
        (
            le(h * x, sigma),
            le(-h * x, sigma),
            eq(sigma - h * v, sigma * P),
            ge(P),
            le(P * (1 + eta * h * t), 1),
            ge(t),
        ),
        start={x: 0, v: 0, P: 1, t: 0},
        update={
            x: x - eta * (f.partial(x) + z),
            v: v - eta * (f.partial(x, at=(v,)) - sigma),
            P: (1 - eta * h) * P,
            t: t + 1,
        },
        fixed=(eta, h, sigma),
    ),
    repairs="sgd-stays-longer-in-flatter-wells",
    about="how long SGD stays in the wells of two minima of equal depth",
    scope="quadratic wells in one variable, from the minimum",
)
witness = {eta: Rational(1, 2), h: 1, z: 1, sigma: 1}
countermodels = {
    "step": [{eta: -1, h: 1, z: 1, sigma: 1}, {}, {}],
    "curvature": [{eta: 1, h: -1, z: 1, sigma: 1}, {}, {}],
    "short": [{eta: 3, h: 1, z: -1, sigma: 1}, {z: 1}, {}],
    "above": [{eta: 1, h: 1, z: 2, sigma: 1}, {}],
    "below": [{eta: 1, h: 1, z: -2, sigma: 1}, {}],
}


def proof():
    keep, noise = 1 - eta * h, eta * h
    steps = [claim.at_next_state(i) for i in range(6)]
    half = Rational(1, 2)
    base = [combine(claim.at_start(i), using={"above": half, "below": half}) for i in range(2)]
    return induct(
        claim,
        (*base, None, None, None, None),
        (
            combine(steps[0], using={"invariant.0": keep, "below": noise}),
            combine(steps[1], using={"invariant.1": keep, "above": noise}),
            combine(steps[2], using={"invariant.2": keep}),
            combine(steps[3], using={"invariant.3": keep}),
            combine(steps[4], using={"invariant.4": 1, "invariant.3": noise**2 * (t + 1)}),
            combine(steps[5], using={"invariant.5": 1}, squares=[(1, 1)]),
        ),
    )
