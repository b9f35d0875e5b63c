"""With batch norm paths of at most 4 of 16 branches have most of the gradient, early and later.

The parts by length are exact, Σ g_k = g, and shares are ⟨g_k, g⟩/‖g‖². Veit, Wilber & Belongie
(2016) draw paths of a trained convolutional network instead. Here it holds as well at the end of
training, and for weak branches without batch norm; so early training is not special. The control
has branches at full strength without batch norm.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="shallow-paths-have-most-of-the-gradient-early-in-training",
    says="In residual networks of 16 blocks with batch normalisation, paths of at most 4 branches "
    "carry more than half of the gradient at the start and after 10 and 25 steps, with probability "
    "at least 3/5.",
    items={"N-66": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(3, 5)),
        p,
        "the sum of ⟨g_k, g⟩ over k ≤ 4 is more than half of ‖g‖² at the start and after 10 and 25 "
        "steps",
        "256 of scikit-learn's digits are drawn, and weights as by He et al. (2015) for a residual "
        "network of 16 blocks of 16 ReLU units with batch normalisation; the gradient of the loss "
        "of 32 of them by the first hidden layer is g, and its part g_k comes through all paths "
        "with k branches; SGD makes steps of length 0.1 on batches of 32",
        trials=(48, 120),
    ),
    scope="one depth, one width, digits, gradient by the first hidden layer",
)
EVIDENCE = {"table": "path_counts", "setting": "batch norm, early"}
CONTROL = {"table": "path_counts", "setting": "neither, early"}
