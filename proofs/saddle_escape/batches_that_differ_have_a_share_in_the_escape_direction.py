"""If the batches' slopes have the mean square s² and size at most B, a share s²/B² is not 0.

The sum of their squares is at most B² for each slope that is not 0. So gradients of single batches
reach the escape direction just if they differ along it; how likely, depends on how even they are:
all do if all have the size s, one of n if s² is made by that one.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, ge, induct, le, real

n, g, z, B, total, count = real("n g z B S N")

claim = Claim(
    id="batches-that-differ-have-a-share-in-the-escape-direction",
    says="Where the mean square of the batches' slopes along the escape direction is s² > 0 and "
    "none exceeds B in size, the gradients of a share of at least s²/B² of the batches are not 0 "
    "along it.",
    items={"L-32": "part nonzero-in-the-escape-direction"},
    where={
        n: "the number of batches so far",
        g: ("the slope of the next batch's loss along the escape direction", "g_i"),
        z: "1 if that slope is not 0, else 0",
        B: "a bound of the sizes of the slopes",
        total: ("the sum of the squared slopes so far, n times their mean square s²", "S_n"),
        count: ("the number of slopes so far that are not 0", "N_n"),
    },
    given={
        "bounded": le(g**2, B**2),
        "is_zero_or_not": eq(z * (1 - z)),
        "counted_if_not_zero": eq((1 - z) * g),
    },
    then=Invariant(
        (le(total, B**2 * count), le(count, n), ge(count)),
        start={total: 0, count: 0, n: 0},
        update={total: total + g**2, count: count + z, n: n + 1},
        fixed=(B,),
    ),
    repairs="batch-gradients-reach-the-escape-direction",
    about="batch gradients at a saddle",
    scope="any number n of equally likely batches: N/n ≥ s²/B² after all of them",
)
witness = [{B: 1, g: 1, z: 1}, {g: 0, z: 0}, {g: Rational(1, 2), z: 1}]
countermodels = {
    "bounded": [{B: 1, g: 2, z: 1}, {}],
    "is_zero_or_not": [{B: 1, g: 0, z: -1}, {}],
    "counted_if_not_zero": [{B: 1, g: 1, z: 0}, {}],
}


def proof():
    steps = (
        combine(
            claim.at_next_state(0),
            using={
                "invariant.0": 1,
                "bounded": z**2,
                "counted_if_not_zero": -(1 + z) * g,
                "is_zero_or_not": B**2,
            },
        ),
        combine(
            claim.at_next_state(1),
            using={"invariant.1": 1, "is_zero_or_not": 1},
            squares=[(1, 1 - z)],
        ),
        combine(
            claim.at_next_state(2),
            using={"invariant.2": 1, "is_zero_or_not": 1},
            squares=[(1, z)],
        ),
    )
    return induct(claim, (None,) * 3, steps)
