"""At the start of 16 layers batch norm raises the change of the gradient along itself.

This is the opposite of smoothing, in a network without skips: gradients explode there with depth
(Yang et al. 2019). Roughness is that of the claim skip-connections-smooth-a-normalised-network.
After 100 steps it is not decided (and hangs on the steps chosen). The control has skips with weak
branches in place of batch norm.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="batch-normalisation-roughens-the-start-of-a-deep-plain-network",
    says="At the start of a network with 16 hidden layers and no skip connections, the gradient "
    "changes more along itself with batch normalisation than without, with probability at least "
    "3/5.",
    items={"N-64": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(3, 5)),
        p,
        "the greatest change of the gradient over the distance, on steps −s∇f from there, s = "
        "0.005, 0.01, 0.02, 0.04, is greater with batch normalisation than without",
        "256 of scikit-learn's digits are drawn, and weights as by He et al. (2015) for 16 hidden "
        "layers of 16 ReLU units, with and without batch normalisation",
        trials=(48, 120),
    ),
    scope="one depth, one width, no skip connections, digits, at the start",
)
EVIDENCE = {"table": "design_counts", "setting": "plain smoother than batch norm, start"}
CONTROL = {"table": "design_counts", "setting": "plain smoother than scaled skip, start"}
