"""(1/m) Σ (σ(h_r + β_r) − σ(h_r))² ≤ B²|δ|²/m: the root mean square change of a unit is BR/√m.

One hidden layer, |x| ≤ 1, σ B-Lipschitz. Within a fixed distance R of the start, where training of
a wide network with outputs scaled by 1/√m stays (the-distance-to-the-fit-is-set-by-the-kernel), the
representation of every input moves, per unit, as m^(−1/2); all m units together may move by BR, and
a single unit by BR. Where outputs are divided by m instead the distance grows as √m and each unit
moves by the same amount at every width: infinite width alone is not lazy.
"""

from provenscape.kernel import Claim, Invariant, combine, gt, induct, le, real

m, B, s0, s1, beta, q, S, Q = real("m B s_0 s_1 beta q S Q")

claim = Claim(
    id="the-hidden-layer-of-a-wide-network-barely-moves",
    says="A change of the input weights by |δ| moves the hidden layer of width m, at an input with "
    "|x| ≤ 1 and a B-Lipschitz activation, by a mean square of at most B²|δ|²/m: within bounded "
    "distance of the start a wide network barely moves its representations.",
    items={"N-106": "part barely-move"},
    where={
        m: "the width",
        B: "a Lipschitz constant of the activation",
        s0: ("the next unit's activation at the start", r"\sigma(h_r)"),
        s1: ("its activation after the change", r"\sigma(h_r+\beta_r)"),
        beta: ("the change of its preactivation", r"\beta_r"),
        q: ("the squared length of the change of its input weights", r"\|\delta w_r\|^2"),
        S: ("the sum of the squared changes of the units so far, over m", r"\tfrac1m\Sigma"),
        Q: ("the squared length of the change of the input weights so far", r"\|\delta\|^2"),
    },
    given={
        "width": gt(m),
        "input": le(beta**2, q),
        "activation": le((s1 - s0) ** 2, B**2 * beta**2),
    },
    then=Invariant(
        le(S, B**2 * Q / m),
        start={S: 0, Q: 0},
        update={S: S + (s1 - s0) ** 2 / m, Q: Q + q},
        fixed=(m, B),
    ),
    facts={"activation": "mean-value-inequality"},
    scope="one hidden layer of any width, one input with |x| ≤ 1",
)
one = {m: 2, B: 1, s0: 0, s1: 1, beta: 1, q: 1}
witness = [one, one, one]
countermodels = {
    "width": [one | {m: -1, q: 2}, {}],
    "input": [one | {q: 0}, {}],
    "activation": [one | {s1: 9}, {}],
}


def proof():
    step = combine(
        claim.at_next_state(),
        using={"invariant": 1, "activation": 1 / m, "input": B**2 / m},
    )
    return induct(claim, None, step)
