"""Each path weighed by its product of slopes, the mean length is Σ a_i/(1 + a_i), less than n.

With all a_i = a it is na/(1 + a): half the blocks where a branch and the path past it count alike,
a fraction of them, about Σa_i, where branches are weak as in many initialisations, and near n where
they are strong. It grows with the number of blocks unless a is made to fall with it, so that
"effective depth" is less than the depth, and not bounded; and whether shallow paths dominate early
is a question of how the branches are initialised.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, ge, induct, le, real

T, M, S, R, n, a = real("T M S R n a")

claim = Claim(
    id="the-effective-depth-is-the-sum-of-the-shares-of-the-branches",
    says="If each path through n residual blocks weighs the product of its branch slopes a_i ≥ 0, "
    "the mean number of branches on a path is Σ a_i/(1 + a_i): no more than n and than Σa_i, so "
    "that shallow paths dominate where the branches are weak.",
    items={"N-65": "instance", "N-66": "instance"},
    where={
        T: "the sum of the weights of the paths, which is the slope of the network",
        M: "the sum of weight times length over the paths",
        S: ("the sum of the shares a_i/(1 + a_i)", r"\Sigma"),
        R: ("the sum of the slopes", r"\Sigma_a"),
        n: "the number of blocks so far",
        a: "the slope of the next branch where the forward pass has led",
    },
    given={"slope": ge(a)},
    then=Invariant(
        (eq(M, S * T), le(S, n), le(S, R)),
        start={T: 1, M: 0, S: 0, R: 0, n: 0},
        update={T: T + a * T, M: M + a * (M + T), S: S + a / (1 + a), R: R + a, n: n + 1},
    ),
    about="what a residual network has to do with the paths through it",
    scope="one unit in each layer, slopes ≥ 0",
)
witness = {a: 1}
countermodels = {"slope": [{a: -3}, {a: 1}]}


def proof():
    steps = [claim.at_next_state(i) for i in range(3)]
    return induct(
        claim,
        (None, None, None),
        (
            combine(steps[0], using={"invariant.0": 1 + a}),
            combine(steps[1], using={"invariant.1": 1}, squares=[(1 / (1 + a), 1)]),
            combine(steps[2], using={"invariant.2": 1}, squares=[(1 / (1 + a), a)]),
        ),
    )
