"""For all distinct data with unequal labels: a local minimum, and weights with a smaller loss.

Let one hidden layer of ReLU units, of any width, be inactive on the data by a margin and the output
bias be the mean of the labels, e the deviations of the labels from it. All weights near by have one
output c + γ at all data (`inactive-units-leave-the-output-at-its-bias`), the loss |e − γ1|² = |e|²
− 2γ⟨e, 1⟩ + nγ² and ⟨e, 1⟩ = 0: a local minimum, of the loss |e|². One unit with outputs h at the
data and outer weight a has the loss |e|² − 2a⟨e, h⟩ + a²|h|², which is smaller by ⟨e, h⟩²/|h|² for
the best a. If the labels are not all equal, e is not 0, and some unit with its threshold at a datum
has ⟨e, h⟩ ≠ 0 (`a-unit-at-some-datum-lowers-the-loss-unless-all-residuals-are-zero`); n − 1 units
fit the labels (`n-minus-one-rectified-units-fit-n-data`). So for every finite set of distinct
inputs, images with their labels for instance, and at every width from 1 on, the squared loss has a
local minimum that is not global, and no theorem can exclude it. It is not strict. In deeper
networks it is the last hidden layer that is inactive, which small changes of all weights leave it;
and one unit in each layer before it, with a large bias, passes a projection of the inputs on.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, lt, real

n, gamma, m, s, H, a, V = real("n gamma m s H a V")
near, other = real("near other")

claim = Claim(
    id="a-bad-local-minimum-for-all-data",
    says="For n distinct inputs with labels not all equal, and a hidden layer of ReLU units of any "
    "width, inactive at all data by a margin, with the mean label as output: all weights near by "
    "have at least the loss V of these, and one unit that is active has a smaller one.",
    items={"N-97": "whole", "N-52": "whole", "N-04": "part no-theorem"},
    where={
        n: "the number of data",
        V: ("the loss: the sum of the squared deviations of the labels from their mean", "|e|^2"),
        m: ("the sum of these deviations", r"\langle e, 1\rangle"),
        gamma: "how much the output of weights near by differs from the mean label, at all data",
        near: "the loss of weights near by",
        s: (
            "the inner product of the deviations with the outputs of some unit",
            r"\langle e, h\rangle",
        ),
        H: ("the sum of the squared outputs of that unit", "|h|^2"),
        a: "the outer weight of that unit, all others being inactive",
        other: "the loss with that unit",
    },
    given={
        "data": ge(n),
        "mean": eq(m),
        "near_by": eq(near, V - 2 * gamma * m + n * gamma**2),
        "with_a_unit": eq(other, V - 2 * a * s + a**2 * H),
        "active": gt(H),
        "best": eq(a * H, s),
        "correlated": gt(s**2),
    },
    then=(ge(near, V), lt(other, V)),
    about="local minima of the squared loss of a network",
    scope="one output, one hidden layer with biases; in `correlated` the unit is one that "
    "a-unit-at-some-datum-lowers-the-loss-unless-all-residuals-are-zero provides; of a deeper "
    "network it is the last hidden layer, units before it passing on a projection of the inputs",
)
witness = {n: 2, gamma: 1, m: 0, V: 2, near: 4, s: 1, H: 1, a: 1, other: 1}
points = [witness | {gamma: 0, near: 2}]
countermodels = {
    "data": witness | {n: -1, near: 1},
    "mean": witness | {m: 2, near: 0},
    "near_by": witness | {near: 0},
    "with_a_unit": witness | {other: 3},
    "active": witness | {H: -1, a: -1, other: 3},
    "best": witness | {a: 3, other: 5},
    "correlated": witness | {s: 0, a: 0, other: 2},
}


def proof():
    local = combine(claim.part(0), using={"near_by": 1, "mean": -2 * gamma, "data": gamma**2})
    # H(V − other) = 2asH − a²H² = s² − (aH − s)²
    lower = combine(
        claim.part(1),
        using={"with_a_unit": -H, "correlated": 1, "best": s - a * H},
        scale=H,
    )
    return conjoin(claim, [local, lower])
