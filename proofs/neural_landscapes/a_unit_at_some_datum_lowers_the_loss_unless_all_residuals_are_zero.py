"""If no ReLU unit placed at a datum has outputs correlated with the residuals, all residuals are 0.

Let t₁ < … < t_n be the places of n data along a direction in which no two agree, e_j their
residuals, and let Σ e_j max(0, t_j − t_k) = 0 for each k. Going down from the last datum, with A =
Σ e_j and B = Σ e_j t_j over the data beyond t_k, that is B − At_k: if A = B = 0 beyond the datum t,
and it vanishes for the place t − h of the next, then eh = 0, and e = 0. An output bias at its best
value makes Σ e_j = 0, so that the first residual is 0 too. So where the residuals are not all 0,
some unit with one threshold lowers the loss (`a-bad-local-minimum-for-all-data`).
"""

from provenscape.kernel import Claim, Invariant, combine, eq, gt, induct, real

A, B, r, t, h = real("A B r t h")

claim = Claim(
    id="a-unit-at-some-datum-lowers-the-loss-unless-all-residuals-are-zero",
    says="If the residuals of data at distinct places have the inner product 0 with the outputs of "
    "each ReLU unit whose threshold is the place of a datum, then the residuals of all data but "
    "the first are 0.",
    items={"N-97": "instance", "N-52": "instance"},
    where={
        A: "the sum of the residuals of the data beyond this one",
        B: "the sum of their products with the places",
        r: "the residual of this datum",
        t: "its place",
        h: "how far below it the next place is",
    },
    given={
        "distinct": gt(h),
        "uncorrelated": eq(B + r * t - (A + r) * (t - h), 0),
    },
    then=Invariant(
        (eq(A, 0), eq(B, 0)),
        start={A: 0, B: 0},
        update={A: A + r, B: B + r * t},
    ),
    scope="inputs on a line; others are projected to a direction in which no two agree",
)
witness = [{r: 0, t: 3, h: 1}, {r: 0, t: 2, h: 1}, {r: 0, t: 1, h: 2}]
countermodels = {
    "uncorrelated": [{r: 1, t: 3, h: 1}, {r: 0, t: 2, h: 1}],
    "distinct": [{r: 1, t: 3, h: 0}, {r: 0, t: 3, h: 0}],
}


def proof():
    place = claim.at_next_state(0)
    first = combine(place, using={"uncorrelated": 1, "invariant.0": t, "invariant.1": -1}, scale=h)
    second = combine(
        claim.at_next_state(1),
        using={"uncorrelated": t, "invariant.0": t * (t - h), "invariant.1": h - t},
        scale=h,
    )
    return induct(claim, (None, None), (first, second))
