"""|h|² = (γ/σ)²(|g|² − ⟨1, g⟩²/m − ⟨ẑ, g⟩²/m) for the gradient h below batch normalisation.

ẑ are the normalised pre-activations of a unit over a batch of m, with mean 0 and mean square 1, γ
its gain, σ their deviation before, g the gradient of the loss in the outputs: then h = (γ/σ)(g −
(⟨1, g⟩/m)1 − (⟨ẑ, g⟩/m)ẑ), the backward pass. So h is shorter than g by the factor γ/σ and by two
projections: this is how batch normalisation may smooth the loss (Santurkar et al. 2018, of whom the
abstract was seen, not the theorem). Where σ is small against γ it is longer, and the loss rougher.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, gt, le, real

m, G, p, q, s, gain, H = real("m G p q sigma gamma H")

claim = Claim(
    id="normalisation-removes-two-directions-from-the-gradient",
    says="Batch normalisation turns the gradient g of the loss in a unit's outputs over a batch of "
    "m into one of squared length (γ/σ)²(|g|² − ⟨1, g⟩²/m − ⟨ẑ, g⟩²/m), at most (γ/σ)²|g|²: "
    "shorter if γ ≤ σ, for any batch and any loss.",
    items={"N-64": "instance"},
    where={
        m: "the size of the batch, which is |1|² and |ẑ|²",
        G: ("the squared length of g", "|g|^2"),
        p: (r"the sum of the entries of g", r"\langle 1, g\rangle"),
        q: (r"inner product with the normalised pre-activations", r"\langle\hat z, g\rangle"),
        s: "the standard deviation of the pre-activations",
        gain: "the gain",
        H: (
            "the squared length of the gradient in the pre-activations, expanded by ⟨1, ẑ⟩ = 0",
            "|h|^2",
        ),
    },
    given={
        "batch": gt(m),
        "backward": eq(
            H * s**2,
            gain**2 * (G + (p / m) ** 2 * m + (q / m) ** 2 * m - 2 * (p / m) * p - 2 * (q / m) * q),
        ),
    },
    then=(
        eq(H * s**2, gain**2 * (G - p**2 / m - q**2 / m)),
        le(H * s**2, gain**2 * G),
    ),
    scope="the gradient in the pre-activations is (γ/σ)(g − ⟨1, g⟩1/m − ⟨ẑ, g⟩ẑ/m) by the chain "
    "rule: its squared length is the hypothesis",
)
witness = {m: 2, G: 2, p: 2, q: 0, s: 1, gain: 1, H: 0}
points = [witness, {m: 2, G: 5, p: 0, q: 2, s: 1, gain: 2, H: 12}]


def proof():
    return conjoin(
        claim,
        [
            combine(claim.part(0), using={"backward": 1}),
            combine(
                claim.part(1),
                using={"backward": -1},
                squares=[(gain**2 / m, p), (gain**2 / m, q)],
            ),
        ],
    )
