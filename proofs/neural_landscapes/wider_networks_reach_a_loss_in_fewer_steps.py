"""Width 64 gets to a loss of 1/10 on digits sooner than width 8, at the same step and at the best.

Steps are counted, not operations: one step of the wider network costs eight times as much. The
control are two starts of one width.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="wider-networks-reach-a-loss-in-fewer-steps",
    says="A network with 64 hidden units reaches a training loss of 1/10 on digits in fewer steps "
    "of SGD than one with 8, at the same step length and at the best of each, with probability at "
    "least 3/5.",
    items={"L-42": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(3, 5)),
        p,
        "the network with 64 units is the first below 1/10, looked at every tenth step, both at "
        "the length 0.3 and with the best length for each",
        "256 of scikit-learn's digits are drawn; networks with one hidden layer of 8 and 64 ReLU "
        "units start from weights as by He et al. (2015); SGD makes 400 steps on batches of 32, "
        "with each length of 0.1, 0.3, 1, 3",
        trials=(48, 120),
    ),
    scope="one hidden layer, two widths, digits",
)
EVIDENCE = {"table": "width_counts", "setting": "width 64 before width 8"}
CONTROL = {"table": "width_counts", "setting": "width 64 before width 64"}
