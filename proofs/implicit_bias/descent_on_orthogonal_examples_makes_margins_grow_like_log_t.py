"""With the logistic loss each margin of orthogonal examples grows like log t, however they began.

A gradient step with length η changes the margin m = w'x of one of n mutually orthogonal examples by
s/(1 + e^m), s = η|x|², whatever the others are: m ← m − s f′(m). The flow keeps m + e^m − st; the
step is between this and twice as fast, for e^δ ≥ 1 + δ, and e^δ ≤ 1 + δ + δ² for 0 ≤ δ ≤ 1. So
e^m is of the order of t, the margins tend to infinity, with bounded differences between them, and
w = Σ (m_i/|x_i|²) x_i, up to its part across the examples, which never changes, turns to
Σ x_i/|x_i|², the vector of least length whose margins are all 1: the max-margin direction. The
distance of directions is of the order of 1/log t and no point is a limit.
"""

from sympy import exp, factorial, log

from provenscape.kernel import (
    Claim,
    Invariant,
    chain,
    combine,
    function,
    ge,
    gt,
    induct,
    le,
    real,
    series,
)

s, m, P, t, first, z, u = real("s m P t m_0 z u")
f = function("f", (m,), log(1 + exp(-m)))
slope = f.partial(m, at=(log(P),))

claim = Claim(
    id="descent-on-orthogonal-examples-makes-margins-grow-like-log-t",
    says="Gradient descent with the logistic loss on orthogonal examples, step length η ≤ 1/|x|² "
    "for each, keeps m₀ + e^m₀ + st ≤ m + e^m ≤ m₀ + e^m₀ + 2st for each margin m, s = η|x|²: all "
    "margins become positive and grow like log t, and no point is a limit.",
    items={"O-73": "instance"},
    where={
        s: ("the step length times the squared length of the example", r"\eta|x|^2"),
        m: "the margin of the example, an inner product with the weights",
        P: ("the exponential of the margin, by which it is log P in the slope", "e^m"),
        first: "the margin at the start",
        t: "the number of steps so far",
    },
    given={"power": gt(P), "step": gt(s), "short": le(s, 1)},
    then=Invariant(
        (
            ge(m + P, first + exp(first) + s * t),
            le(m + P, first + exp(first) + 2 * s * t),
        ),
        start={m: first, P: exp(first), t: 0},
        update={m: m - s * slope, P: P * exp(-s * slope), t: t + 1},
    ),
    repairs="descent-on-the-logistic-loss-separates-every-data-set",
    about="the margins to which descent on the logistic loss leads",
    scope="any number of mutually orthogonal examples and the sum of their losses: the gradient is "
    "the sum of f'(m) x, of which the margin of an example sees its own summand alone",
)
witness = {s: 1, first: 0}
countermodels = {
    "step": [{s: -4, first: 0}, {}],
    "short": [{s: 20, first: 0}, {}],
}


def proof():
    step = s / (P * (1 + 1 / P))
    tangent, cubic = (
        series(
            claim.lemma(name, {}, ge(exp(u), sum(u**k / factorial(k) for k in range(n + 1)))),
            exp, u, n,
        )
        for name, n in (("tangent", 1), ("cubic", 3))
    )  # fmt: skip
    a = log(z)
    above = chain(
        claim.lemma(
            "above",
            {"positive": gt(z), "low": ge(a), "high": le(a, 1)},
            le(z, 1 + a + a**2),
        ),
        {"cubic": (cubic, {u: -a})},
        using={"cubic": z * (1 + a + a**2), "high": z * a**2 * (2 + a**2) / 6},
        squares=[(z * a**2 / 6, 1 - a)],
    )
    forward = chain(
        claim.lemma("forward", {"low": ge(u), "high": le(u, 1)}, le(exp(u), 1 + u + u**2)),
        {"above": (above, {z: exp(u)})},
        using={"above": 1},
    )
    small = combine(
        claim.lemma("small", claim.given, le(step, 1)),
        using={"short": 1, "power": 1},
        scale=P * (1 + 1 / P),
    )
    low = chain(
        claim.at_next_state(0),
        {"tangent": (tangent, {u: step})},
        using={"invariant.0": 1, "tangent": P},
    )
    high = chain(
        claim.at_next_state(1),
        {"small": small, "forward": (forward, {u: step})},
        using={"invariant.1": 1, "forward": P, "small": s},
        squares=[(1, step)],
    )
    return induct(claim, (None, None), (low, high))
