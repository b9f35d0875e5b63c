"""E x² is multiplied by (1 − ηh)² + η²s² at each step: it stays bounded just if η(h² + s²) ≤ 2h.

At a minimum that fits every example SGD is x ← (1 − ηh_i)x, with the curvature h_i of an example
drawn anew at each step, of mean h and variance s² (s²/B for batches of B). Full-batch descent stays
if h ≤ 2/η; SGD only if the curvatures of the examples are alike, too, s ≤ 1/η at most, and it
leaves minima at which descent stays (Wu, Ma & E 2018: sharpness and non-uniformity). So among
minima with equal loss those that SGD can stay at are flatter and more uniform, the more so the
longer its steps; for short steps it can stay at all. This is about the linearised motion near one
minimum, and neither says which minimum is reached nor how good it is.
"""

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

eta, h, s, k, r, c, m, n, a, b, t = real("eta h s k r c m n a b t")

claim = Claim(
    id="sgd-stays-at-a-minimum-only-if-its-curvatures-are-small-and-alike",
    says="Near a minimum that fits every example the mean square distance of SGD never grows if "
    "η(h² + s²) ≤ 2h, h and s² mean and variance of the examples' curvatures, so that h ≤ 2/η and "
    "s ≤ 1/η there; if η(k² + r²) ≥ 2k + c it is at least 1 + ηct times the first after t steps.",
    items={"O-65": "instance", "O-10": "instance"},
    where={
        eta: "the step length",
        (h, k): "mean curvatures of the examples at the two minima",
        (s, r): "standard deviations of the curvatures",
        c: "by how much the second minimum is beyond the bound",
        m: ("mean square distance from the first minimum", "m_t"),
        n: ("mean square distance from the second minimum", "n_t"),
        (a, b): "their values at the start",
        t: "the number of steps so far",
    },
    given={
        "step": gt(eta),
        "minimum": gt(h),
        "stable": le(eta * (h**2 + s**2), 2 * h),
        "unstable": ge(eta * (k**2 + r**2), 2 * k + c),
        "beyond": ge(c),
        "first_start": ge(a),
        "second_start": ge(b),
    },
    then=Invariant(
        (
            le(m, a),
            ge(m),
            ge(n, (1 + eta * c * t) * b),
            ge(n, b),
            ge(t),
            le(eta * h, 2),
            le(eta**2 * s**2, 1),
            ge(n),
        ),
        start={m: a, n: b, t: 0},
        update={
            m: (1 - eta * h) ** 2 * m + eta**2 * s**2 * m,
            n: (1 - eta * k) ** 2 * n + eta**2 * r**2 * n,
            t: t + 1,
        },
        fixed=(k, r),
    ),
    scope="one variable, the loss of each example quadratic",
)
witness = {eta: 1, h: 1, s: 1, k: 1, r: 2, c: 3, a: 1, b: 1}
countermodels = {
    "stable": [witness | {s: 2}, {}],
    "unstable": [witness | {r: 0}, {}],
}


def proof():
    steps = [claim.at_next_state(i) for i in range(8)]
    return induct(
        claim,
        (
            None,
            None,
            None,
            None,
            None,
            combine(claim.at_start(5), using={"stable": 1}, squares=[(eta, s)], scale=h),
            combine(claim.at_start(6), using={"stable": eta}, squares=[(1, eta * h - 1)]),
            None,
        ),
        (
            combine(steps[0], using={"invariant.0": 1, "stable": eta * m}),
            combine(steps[1], using={"invariant.1": (1 - eta * h) ** 2 + eta**2 * s**2}),
            combine(
                steps[2],
                using={"invariant.2": 1, "unstable": eta * n, "invariant.3": eta * c},
            ),
            combine(
                steps[3],
                using={"invariant.3": 1 + eta * c, "unstable": eta * n, "second_start": eta * c},
            ),
            combine(steps[4], using={"invariant.4": 1}, squares=[(1, 1)]),
            combine(steps[5], using={"invariant.5": 1}),
            combine(steps[6], using={"invariant.6": 1}),
            combine(steps[7], using={"invariant.7": (1 - eta * k) ** 2 + eta**2 * r**2}),
        ),
    )
