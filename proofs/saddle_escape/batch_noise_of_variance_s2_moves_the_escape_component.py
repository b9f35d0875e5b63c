"""If single-batch gradients have variance s² along v and mean 0, E⟨v, step⟩² = η²s² > 0.

So at least one batch has a component along v, and then descent amplifies it. The variance is a
hypothesis: it is 0 wherever a symmetry of the model makes every batch gradient vanish along v.
"""

from provenscape.kernel import Claim, combine, eq, gt, real

eta, s2, mean, second, moved = real("eta s2 m q r")

claim = Claim(
    id="batch-noise-of-variance-s2-moves-the-escape-component",
    items=["L-32"],
    says="If batch gradients at the saddle have positive variance along the escape direction, one "
    "step moves that component by a positive mean square.",
    given={
        "step": gt(eta),
        "variance": eq(second - mean**2, s2),
        "not_degenerate": gt(s2),
        "one_step": eq(moved, eta**2 * second),
    },
    then=gt(moved),
    repairs="batch-gradients-reach-the-escape-direction",
    scope="second = E⟨v, ∇f_B⟩², mean = E⟨v, ∇f_B⟩ = 0, moved = E⟨v, θ⁺ − θ⟩²",
)
witness = {eta: 1, s2: 1, mean: 0, second: 1, moved: 1}
countermodels = {
    "step": witness | {eta: 0, moved: 0},
    "variance": witness | {second: 0, moved: 0},
    "not_degenerate": witness | {s2: 0, second: 0, moved: 0},
    "one_step": witness | {moved: 0},
}


def proof():
    return combine(
        claim,
        using={
            "one_step": 1,
            "variance": eta**2,
            "not_degenerate": eta**2,
        },
        squares=[(1, eta * mean)],
    )
