"""Skips train 16 layers without batch norm if branches are weak, divided by 4; else not.

The control has skips with branches at full strength against the plain network: with each block the
mean square of the signal about doubles, and no step of the grid trains. Skip connections alone are
thus not the reason that deep networks train: it takes normalisation or weak branches with them.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="skips-with-weak-branches-train-deep-networks-without-normalisation",
    says="Of networks with 16 hidden layers and skip connections but no normalisation, those whose "
    "branches are divided by 4 train and those with undivided branches do not, with probability at "
    "least 1/3.",
    items={"L-45": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(1, 3)),
        p,
        "the network whose branches are divided by 4 ends with a training loss below 1/2, and the "
        "one with undivided branches does not",
        "256 of scikit-learn's digits are drawn, and weights as by He et al. (2015) for 16 hidden "
        "layers of 16 ReLU units; they start two networks with skip connections, one with its "
        "branches divided by 4 = √16; SGD makes 100 steps on batches of 32, the length of step, "
        "for each design one for all trials, chosen from 0.001 … 0.3 by two other runs",
        trials=(48, 120),
    ),
    scope="one depth, one width, digits, 100 steps",
)
EVIDENCE = {"table": "design_counts", "setting": "scaled skip, not skip"}
CONTROL = {"table": "design_counts", "setting": "skip, not plain"}
