"""At the start skips lower the change of the gradient along itself, in networks with batch norm.

Roughness is ‖∇L(θ − s∇L) − ∇L‖/(s‖∇L‖), its greatest value over four s, on all examples (after
Santurkar et al. 2018). The ratio is about 1/6 in the mean at the start, and still below 1 after 100
steps, where the two runs have gone different ways. The control is the same residual network against
one with weak branches and no normalisation, which is smoother.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="skip-connections-smooth-a-normalised-network",
    says="At the start of a network with 16 hidden layers and batch normalisation, the gradient "
    "changes less along itself with skip connections than without, with probability at least 3/5.",
    items={"L-43": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(3, 5)),
        p,
        "the greatest change of the gradient over the distance, on steps −s∇f from there, s = "
        "0.005, 0.01, 0.02, 0.04, is less with skip connections than without",
        "256 of scikit-learn's digits are drawn, and weights as by He et al. (2015) for 16 hidden "
        "layers of 16 ReLU units with batch normalisation, with and without skip connections",
        trials=(48, 120),
    ),
    scope="one depth, one width, digits, at the start, lengths along the gradient in the space of "
    "weights",
)
EVIDENCE = {
    "table": "design_counts",
    "setting": "batch norm and skip smoother than batch norm, start",
}
CONTROL = {
    "table": "design_counts",
    "setting": "batch norm and skip smoother than scaled skip, start",
}
