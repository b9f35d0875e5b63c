"""Plain networks of 16 layers train as well, if they are given sixteen times as many steps.

So what normalisation and skips gain at this depth within 100 steps is time, and not that it can be
done at all. The control are the same runs after 100 steps, none of which has trained. The length
and the number of steps were fixed after a look at other seeds.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="deep-plain-networks-train-given-more-steps",
    says="A plain network with 16 hidden layers of 16 ReLU units gets to a training loss below 1/2 "
    "within 1600 steps of SGD with probability at least 1/5.",
    items={"L-45": "instance", "N-55": "instance", "N-N3": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(1, 5)),
        p,
        "the training loss is below 1/2 at the end",
        "256 of scikit-learn's digits are drawn, and weights as by He et al. (2015) for 16 hidden "
        "layers of 16 ReLU units without normalisation and skip connections; SGD makes 1600 steps "
        "of length 0.03 on batches of 32",
        trials=(30, 60),
    ),
    scope="one depth, one width, digits, one length of step",
)
EVIDENCE = {"table": "design_counts", "setting": "plain, 1600 steps"}
CONTROL = {"table": "design_counts", "setting": "plain, 100 steps"}
