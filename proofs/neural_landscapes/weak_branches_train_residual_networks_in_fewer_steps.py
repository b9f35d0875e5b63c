"""Within 100 steps skips train 16 layers without batch norm if branches are weak; else not.

The control has skips with branches at full strength against the plain network: with each block the
mean square of the signal about doubles, and no length of step in the grid trains within 100 steps.
Such networks get lower in some thousand steps. Skip connections alone are thus slow here, as plain
networks are: it takes normalisation or weak branches with them to be soon.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="weak-branches-train-residual-networks-in-fewer-steps",
    says="Within 100 steps of SGD networks with 16 hidden layers and skip connections but no "
    "normalisation get to a loss below 1/2 if branches are divided by 4, and not if they are "
    "undivided, with probability at least 1/3.",
    items={"L-45": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(1, 3)),
        p,
        "after 100 steps the training loss of the network whose branches are divided by 4 is below "
        "1/2, and that of the one with undivided branches is not",
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
