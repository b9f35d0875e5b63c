"""At the start, without batch norm and with full branches, shallow paths do not dominate.

For independent branches that keep the mean square of a gradient, the parts g_k of length k have
mean squares in the ratio of the binomial coefficients, so that half of the blocks is the typical
length. The control has branches divided by √17 = √(16 + 1), which make it about one branch. Such a
network as this one overflows in training unless steps are tiny.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, le, real

p = real("p")

claim = Claim(
    id="full-branches-without-normalisation-send-the-gradient-through-deep-paths",
    says="At the start of residual networks of 16 blocks without normalisation and with undivided "
    "branches, paths of at most 4 branches carry more than half of the gradient with probability "
    "at most 1/3.",
    items={"N-66": "instance"},
    given={},
    then=Chance(
        le(p, Rational(1, 3)),
        p,
        "the sum of ⟨g_k, g⟩ over k ≤ 4 is more than half of ‖g‖²",
        "256 of scikit-learn's digits are drawn, and weights as by He et al. (2015) for a residual "
        "network of 16 blocks of 16 ReLU units; the gradient of the loss of 32 of them by the "
        "first hidden layer is g, and its part g_k comes through all paths with k branches",
        trials=(48, 120),
    ),
    scope="one depth, one width, digits, gradient by the first hidden layer, at the start",
)
EVIDENCE = {"table": "path_counts", "setting": "neither, start"}
CONTROL = {"table": "path_counts", "setting": "scaled, start"}
