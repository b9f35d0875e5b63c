"""With a layer inactive on the data the least loss nearby is the variance of the labels.

If no unit of a hidden layer is active at any datum, the output is one number c at all data, for all
weights near (`inactive-units-leave-the-output-at-its-bias`), and the loss is L = nc² − 2cY + Q with
the sums Y of the labels and Q of their squares: nL = (nc − Y)² + nQ − Y². Wherever the last bias
makes c the mean Y/n, there is a local minimum, whatever the data, the depth and the widths. It is
spurious if the labels are not all equal and some weights fit better, as with distinct inputs n − 1
units do (`n-minus-one-rectified-units-fit-n-data`). It is not strict. These minima have dimension p
− 1 in the space of p weights, the fits of n data p − n where the gradients of the n outputs are
independent: in this sense most local minima are the bad ones.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, ge, induct, real

n, Y, Q, y, c, L = real("n Y Q y c L")

claim = Claim(
    id="inactive-units-make-a-local-minimum-at-every-width",
    says="For any data, and for ReLU networks of any depth and width, the squared loss L of "
    "weights at and near which one layer is inactive on the data has nL ≥ nQ − Y² = n Σ (y − ȳ)², "
    "with equality where the output is the mean ȳ: a local minimum, of loss 0 only if all labels "
    "are equal.",
    items={
        "N-97": "whole",
        "N-52": "whole",
        "N-04": "part no-theorem",
        "N-98": "instance",
        "O-09": "instance",
        "O-54": "instance",
        "O-N2": "part minima",
        "E-12": "instance",
        "L-39": "instance",
    },
    where={
        n: "the number of data so far",
        y: "the label of the next datum",
        c: "the output, at all data the same, as no unit of one layer is active at them",
        Y: "the sum of the labels so far",
        Q: "the sum of their squares so far",
        L: "the squared loss so far",
    },
    given={},
    then=Invariant(
        (eq(L, n * c**2 - 2 * c * Y + Q), ge(n * L, n * Q - Y**2)),
        start={n: 0, Y: 0, Q: 0, L: 0},
        update={n: n + 1, Y: Y + y, Q: Q + y**2, L: L + (c - y) ** 2},
        fixed=(c,),
    ),
    scope="one output; several outputs add up",
)
witness = [{c: 1, y: 0}, {y: 2}, {y: 1}]


def proof():
    loss = combine(claim.at_next_state(0), using={"invariant.0": 1})
    least = combine(
        claim.at_next_state(1),
        using={"invariant.0": n + 1},
        squares=[(1, (n + 1) * c - Y - y)],
    )
    return induct(claim, (None, None), (loss, least))
