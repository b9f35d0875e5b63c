"""After 100 steps the gradient changes less along itself with weak branches and skips than without.

Roughness is that of the claim skip-connections-smooth-a-normalised-network. The plain network has
not trained by then, so that the points compared differ in loss. The control has skips with branches
at full strength, which are rougher than the plain network by orders of magnitude at the start.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="skip-connections-with-weak-branches-smooth-the-loss-along-training",
    says="After 100 steps of SGD on a network with 16 hidden layers, the gradient changes less "
    "along itself with skip connections and branches divided by 4 than in a plain network, with "
    "probability at least 3/5.",
    items={"L-43": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(3, 5)),
        p,
        "the greatest change of the gradient over the distance, on steps −s∇f from there, s = "
        "0.005, 0.01, 0.02, 0.04, is less in the network with skip connections and branches "
        "divided by 4 than in the plain one",
        "256 of scikit-learn's digits are drawn, and weights as by He et al. (2015) for 16 hidden "
        "layers of 16 ReLU units; they start a plain network and one with skip connections and "
        "branches divided by 4; SGD makes 100 steps on batches of 32, the length of step, for "
        "each design one for all trials, chosen from 0.001 … 0.3 by two other runs",
        trials=(48, 120),
    ),
    scope="one depth, one width, digits, after 100 steps, lengths along the gradient in the space "
    "of weights",
)
EVIDENCE = {"table": "design_counts", "setting": "scaled skip smoother than plain, end"}
CONTROL = {"table": "design_counts", "setting": "skip smoother than plain, end"}
