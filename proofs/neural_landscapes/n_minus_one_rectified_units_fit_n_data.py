"""n − 1 rectified units and an output bias fit any labels at n distinct inputs.

Along a direction in which no two of the n distinct inputs agree, sort them: t₁ < … < t_n. The
output y₁ + Σ a_j max(0, t − t_j), j < n, is y₁ + At − B for t_k ≤ t ≤ t_{k+1}, with A, B the sums
of a_j and a_j t_j over j ≤ k; a_k is chosen so that the next label is met. Zhang et al. (2017) fit
n data by n units, with 2n + d weights, in this way. Of equal inputs with different labels no
network fits both.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, gt, induct, real

A, B, t, y, z, h, first, start = real("A B t y z h y_1 t_1")
slope = (z - first - A * (t + h) + B) / h

claim = Claim(
    id="n-minus-one-rectified-units-fit-n-data",
    says="With outer weights chosen one after the other, n − 1 rectified units at the first n − 1 "
    "of n distinct places fit any n labels: a network with one hidden layer of that width has "
    "weights of loss 0 on any n distinct inputs.",
    items={"O-59": "instance", "O-55": "instance"},
    where={
        (first, start): "label and place of the first datum, the label being the output bias",
        (t, y): "place and label of the last datum so far",
        (h, z): "how much further on the next datum is, and its label",
        A: "the sum of the outer weights so far, of units max(0, x − t) at the places so far",
        B: "the sum of their products with the places",
    },
    given={"distinct": gt(h)},
    then=Invariant(
        eq(first + A * t - B, y),
        start={A: 0, B: 0, t: start, y: first},
        update={A: A + slope, B: B + slope * t, t: t + h, y: z},
    ),
    repairs="more-weights-than-data-let-the-loss-be-zero",
    about="weights of loss 0 of a network with one hidden layer",
    scope="inputs on a line; others are projected to a direction in which no two agree",
)
witness = [{first: 1, start: 0, h: 1, z: 3}, {h: 2, z: 0}, {h: 1, z: 1}]
points = [witness]


def proof():
    return induct(claim, None, combine(claim.at_next_state(), using={}))
