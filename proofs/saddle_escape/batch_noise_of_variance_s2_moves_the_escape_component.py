"""If single-batch gradients have variance s² along v, E⟨v, step⟩² ≥ η²s² > 0.

So at least one batch has a component along v, and then descent amplifies it. A mean square is at
least the variance: with two batches the conclusion is hardly more than the hypothesis s² > 0. It
fails wherever a symmetry of the model makes every batch gradient vanish along v.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, real

eta, s2, slope1, slope2 = real("eta s2 slope_1 slope_2")
moved = ((eta * slope1) ** 2 + (eta * slope2) ** 2) / 2

claim = Claim(
    id="batch-noise-of-variance-s2-moves-the-escape-component",
    says="If the gradients of two equally likely batches at the saddle have a positive variance s² "
    "along the escape direction, the mean square by which one step moves that component is at "
    "least η²s² > 0.",
    items={"L-32": "instance"},
    where={
        eta: "the step length",
        s2: ("the variance of the slope over the two batches", "s^2"),
        slope1: "the derivative of the first batch's loss along the escape direction",
        slope2: "the derivative of the second batch's loss along the escape direction",
    },
    given={
        "step": gt(eta),
        "variance": eq((slope1**2 + slope2**2) / 2 - ((slope1 + slope2) / 2) ** 2, s2),
        "not_degenerate": gt(s2),
    },
    then=(ge(moved, eta**2 * s2), gt(moved)),
    repairs="batch-gradients-reach-the-escape-direction",
    scope="any function and two equally likely batches",
)
witness = {eta: 1, s2: 1, slope1: 1, slope2: -1}
countermodels = {
    "step": witness | {eta: 0},
    "variance": witness | {slope1: 0, slope2: 0},
    "not_degenerate": witness | {s2: 0, slope1: 0, slope2: 0},
}


def proof():
    mean_square = [(1, eta * (slope1 + slope2) / 2)]
    least = combine(claim.part(0), using={"variance": eta**2}, squares=mean_square)
    some = combine(
        claim.part(1),
        using={"variance": eta**2, "not_degenerate": eta**2},
        squares=mean_square,
    )
    return conjoin(claim, [least, some])
