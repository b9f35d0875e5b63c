"""Where no unit of a layer is active at any datum, nearby weights give the same constant outputs.

A rectified unit with w·x + b ≤ −δ at a datum has w′·x + b′ ≤ 0 as long as |(w′, b′) − (w, b)| times
|(x, 1)| is at most δ; so it is inactive on all the data for all weights of a ball, and the output
is the bias c of the layer after it, or what later layers make of it, whatever the width is.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, ge, induct, le, real

out, c, a, z, change, r, delta = real("out c a z change r delta")

claim = Claim(
    id="inactive-units-leave-the-output-at-its-bias",
    says="If all rectified units of a layer, as many as there are, have a pre-activation of at "
    "most −δ at a datum, then their weights can change it by up to δ, and the outgoing weights at "
    "will: what the layer passes on is its bias alone.",
    items={"N-97": "instance", "O-N2": "instance"},
    where={
        c: "the bias of the next layer",
        out: "that bias with what the units so far add to it",
        a: "the outgoing weight of the next unit, anything",
        z: "the unit's pre-activation at the datum",
        change: "how much the change of its weights adds to the pre-activation",
        r: ("its output max(0, z + change), by its properties", "r"),
        delta: ("how far all units are from being active", r"\delta"),
    },
    given={
        "inactive": le(z, -delta),
        "near": le(change, delta),
        "rectified": ge(r),
        "one_of_both": eq(r * (r - z - change), 0),
    },
    then=Invariant(le((out - c) ** 2, 0), start={out: c}, update={out: out + a * r}),
    scope="any number of units; the next layer's pre-activations one by one",
)
witness = [
    {c: 1, delta: 1, a: 2, z: -1, change: 1, r: 0},
    {a: -3, z: -2, change: -1, r: 0},
    {a: 0, z: -1, change: 0, r: 0},
]
one = {c: 0, delta: 1, a: 1, z: -1, change: 1, r: 0}
countermodels = {
    "inactive": [one | {z: 0, r: 1}, one],
    "near": [one | {change: 2, r: 1}, one],
    "one_of_both": [one | {r: 1}, one],
    "rectified": [one | {z: -3, change: 1, r: -2}, one],
}


def proof():
    step = combine(
        claim.at_next_state(),
        using={
            "invariant": 2,
            "one_of_both": -2 * a**2,
            "inactive": 2 * a**2 * r,
            "near": 2 * a**2 * r,
        },
        squares=[(1, out - c - a * r)],
    )
    return induct(claim, None, step)
