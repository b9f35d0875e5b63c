"""Π(1 + a_i) is the sum of the products over all subsets: 2^n paths of mean length n/2.

a_i is the slope of the i-th branch F_i where the forward pass has led, so that by the chain rule
the slope of the output in the input is J ← (1 + a)J: block by block every path is continued once
past the branch and once through it. So the slope of every residual network, and the output of a
linear one, is a superposition of paths; half of the blocks lie on the average path, and its length
has the variance n/4, as for n tosses of a coin (Veit, Wilber & Belongie 2016, who find in
experiments that the gradient comes from shorter paths yet). With matrices the factors keep their
order, and the distributive law is the same.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, induct, real

J, T, N, M, Q, n, a = real("J T N M Q n a")

claim = Claim(
    id="the-slope-of-a-residual-network-is-the-sum-over-its-paths",
    says="After n residual blocks with branch slopes a_i the slope of the output is the sum over "
    "the 2^n paths of the products of the a_i on the path; the lengths of the paths have the mean "
    "n/2 and the variance n/4.",
    items={"N-65": "part superposition"},
    where={
        J: "the slope of the output in the input, by the chain rule",
        T: "the sum over the paths of the products of their slopes",
        N: "the number of paths",
        M: "the sum of their lengths, in blocks passed through",
        Q: "the sum of the squares of the lengths",
        n: "the number of blocks so far",
        a: "the slope of the next branch where the forward pass has led",
    },
    given={},
    then=Invariant(
        (eq(J, T), eq(2 * M, n * N), eq(4 * Q, n * (n + 1) * N)),
        start={J: 1, T: 1, N: 1, M: 0, Q: 0, n: 0},
        update={
            J: (1 + a) * J,
            T: T + a * T,
            N: N + N,
            M: M + (M + N),
            Q: Q + (Q + 2 * M + N),
            n: n + 1,
        },
    ),
    repairs="a-residual-network-is-the-sum-of-its-paths",
    about="what a residual network has to do with the paths through it",
    scope="one unit in each layer",
)
witness = {a: 1}


def proof():
    steps = [claim.at_next_state(i) for i in range(3)]
    return induct(
        claim,
        (None, None, None),
        (
            combine(steps[0], using={"invariant.0": 1 + a}),
            combine(steps[1], using={"invariant.1": 2}),
            combine(steps[2], using={"invariant.2": 2, "invariant.1": 4}),
        ),
    )
