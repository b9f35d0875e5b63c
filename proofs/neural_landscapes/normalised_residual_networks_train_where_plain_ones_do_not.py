"""Batch norm and skips together train 16 layers; the plain network and batch norm alone do not.

The control has batch norm without skips, whose gradients explode with depth at the start (Yang et
al. 2019). At 32 layers the share of this design hangs on the step that the two other runs choose:
0, 8 and 11 of 12 with three root seeds; at 64 it is near 0, all on this budget of steps. The bound
was 1/2 at first; of ten root seeds one came near to failing it at effort quick, with 41 of 48
trials. That it trains is no proof of why: the measures of smoothness beside it agree only in part.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="normalised-residual-networks-train-where-plain-ones-do-not",
    says="Of networks with 16 hidden layers, those with batch normalisation and skip connections "
    "train and the plain ones from the same weights do not, with probability at least 1/3.",
    items={"L-45": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(1, 3)),
        p,
        "the network with batch normalisation and skip connections ends with a training loss below "
        "1/2, and the plain network does not",
        "256 of scikit-learn's digits are drawn, and weights as by He et al. (2015) for 16 hidden "
        "layers of 16 ReLU units; they start a plain network and one with batch normalisation and "
        "skip connections; SGD makes 100 steps on batches of 32, the length of step, for each "
        "design one for all trials, chosen from 0.001 … 0.3 by two other runs",
        trials=(48, 120),
    ),
    scope="one depth, one width, digits, 100 steps",
)
EVIDENCE = {"table": "design_counts", "setting": "batch norm and skip, not plain"}
CONTROL = {"table": "design_counts", "setting": "batch norm, not plain"}
