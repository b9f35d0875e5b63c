"""On ½µx² steps of length η multiply the gap by exactly (1 − µη)² each: no smaller factor holds.

½µx² has the quadratic upper bound with every L ≥ µ and is PL with µ, with equality. So (1 −
µη)^(2T) is the best bound for T steps of length η ≤ 1/L, for every T and in every dimension
(½µ‖x‖²). For η between 1/L and 2/L the same function with curvature L, which is PL with each µ ≤ L,
multiplies by (1 − Lη)²: no factor below max{(1 − µη)², (1 − Lη)²} holds there.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, function, induct, real

mu, eta, a, x, z, Q = real("mu eta a x z Q")
f = function("f", (z,), mu * z**2 / 2)

claim = Claim(
    id="pl-rate-on-a-quadratic",
    says="On ½µx², where ½f′² = µf, T steps of any length η multiply the gap by exactly "
    "(1 − µη)^(2T).",
    items={"O-50": "instance"},
    where={
        mu: "the curvature",
        eta: "the step length",
        a: "the start",
        x: ("the present iterate", "x_t"),
        z: "a point of the line",
        Q: ("(1 − µη)^(2t), t the number of steps", "Q_t"),
    },
    given={},
    then=Invariant(
        (eq(f(x), Q * f(a)), eq(f.partial(z, at=(x,)) ** 2 / 2, mu * f(x))),
        start={x: a, Q: 1},
        update={x: x - eta * f.partial(z, at=(x,)), Q: (1 - mu * eta) ** 2 * Q},
    ),
    scope="½µx² on the line, whose minimum value is 0",
)
witness = [{mu: 1, eta: 2, a: 1}, {}, {}]


def proof():
    exact = combine(claim.at_next_state(0), using={"invariant.0": (1 - mu * eta) ** 2})
    pl = combine(claim.at_next_state(1), using={})
    base = combine(claim.at_start(1), using={})
    return induct(claim, (None, base), (exact, pl))
