"""With a layer inactive on the data the least loss nearby is the variance of the labels.

If no unit of a hidden layer is active at any datum, by a margin, that stays so for all weights near
(`inactive-units-leave-the-output-at-its-bias`): the outputs are one number c at all data, and the
loss is L = nc² − 2cY + Q with the sums Y of the labels and Q of their squares, nL = (nc − Y)² + nQ
− Y². Wherever c is the mean Y/n there is a local minimum, whatever the data, the depth and the
widths. Some weights are better (`a-bad-local-minimum-for-all-data`), and n − 1 units
fit all distinct data (`n-minus-one-rectified-units-fit-n-data`). The minimum is not strict. These
minima have dimension p − 1 in the space of p weights, the fits of n data p − n where the gradients
of the n outputs are independent: in this sense most local minima are the bad ones.
"""

from provenscape.kernel import Claim, Invariant, cases, chain, combine, eq, ge, gt, induct, le, real

n, Y, Q, y, c, L = real("n Y Q y c L")
s, A, R, P, u = real("s A R P u")

claim = Claim(
    id="inactive-units-make-a-local-minimum-at-every-width",
    says="For any data, and for ReLU networks of any depth and width, the squared loss L of "
    "weights with which one layer is inactive on the data has nL ≥ nQ − Y² = n Σ (y − ȳ)²: where "
    "its pre-activations are below 0 and the output is ȳ there is a local minimum, of a positive "
    "loss unless all labels are equal.",
    items={
        "N-97": "instance",
        "N-52": "instance",
        "N-04": "instance",
        "N-98": "instance",
        "O-09": "instance",
        "O-54": "instance",
        "O-N2": "instance",
        "E-12": "instance",
        "L-39": "instance",
    },
    where={
        n: "the number of data so far",
        y: "the label of the next datum",
        c: "the bias behind the layer, or what later layers make of it",
        s: "what the units of the layer add to it at the next datum",
        A: ("the sum of the squared outgoing weights of the layer", r"\sum_j a_j^2"),
        R: ("the sum of the squared outputs of its units at the datum", r"\sum_j h_j^2"),
        P: (
            "the sum of the products of the outputs and the pre-activations of its units",
            r"\sum_j h_j z_j",
        ),
        Y: "the sum of the labels so far",
        Q: "the sum of their squares so far",
        L: "the squared loss so far",
    },
    given={
        "cauchy_schwarz": le(s**2, A * R),
        "weights": ge(A),
        "rectified": eq(R, P),
        "inactive": le(P, 0),
    },
    then=Invariant(
        (ge(n), ge(L, n * c**2 - 2 * c * Y + Q), ge(n * L, n * Q - Y**2)),
        start={n: 0, Y: 0, Q: 0, L: 0},
        update={n: n + 1, Y: Y + y, Q: Q + y**2, L: L + (c + s - y) ** 2},
        fixed=(c,),
    ),
    scope="one output, behind one hidden layer of any width; of a layer farther inside the "
    "outputs are one number too, and several outputs add up",
)
tame = {s: 0, A: 1, R: 0, P: 0}
witness = [{c: 1, y: 0} | tame, {y: 2} | tame, {y: 1} | tame]
away = [{c: 0, y: 0} | tame, {y: 1, s: 1, A: 1, R: 1, P: 1}, {y: 0} | tame]
countermodels = {
    "cauchy_schwarz": [away[0], away[1] | {R: 0, P: 0}, away[2]],
    "rectified": [away[0], away[1] | {P: 0}, away[2]],
    "inactive": away,
}


def proof():
    step = claim.at_next_state(1)
    known = dict(step.given)
    cross = s * (c - y)
    none = combine(
        step.lemma("none", known, le(cross**2, 0)),
        using={
            "cauchy_schwarz": (c - y) ** 2,
            "rectified": -A * (c - y) ** 2,
            "inactive": A * (c - y) ** 2,
        },
    )
    none_of = {"none": le(u**2, 0)}
    split = [ge(u), gt(-u)]
    up = combine(step.lemma("up", none_of | {"sign": split[0]}, ge(u)), using={"sign": 1})
    down = combine(
        step.lemma("down", none_of | {"sign": split[1]}, ge(u)),
        using={"none": -u},
        scale=u**2,
    )
    sign = cases(step.lemma("sign", none_of, ge(u)), [up, down], split)
    loss = chain(
        step,
        {"none": none, "sign": (sign, {u: cross})},
        using={"invariant.1": 1, "sign": 2},
        squares=[(1, s)],
    )
    count = combine(claim.at_next_state(0), using={"invariant.0": 1}, squares=[(1, 1)])
    least = chain(
        claim.at_next_state(2),
        {"loss": loss},
        using={"loss": n + 1},
        squares=[(1, (n + 1) * c - Y - y)],
    )
    return induct(claim, (None, None, None), (count, loss, least))
