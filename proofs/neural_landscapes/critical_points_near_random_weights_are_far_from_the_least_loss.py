"""Critical points found from random weights have losses far above the least: high saddles.

Nearly all are the one where all units are off and the output is constant, of index 8; so this says
little of saddles met in training: of those found from the first steps of descent about half are far
(34 of 80). The control are those found from steps 1000 … 10 000, mostly minima. Dauphin et al.
(2014) report that loss and index rise together.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="critical-points-near-random-weights-are-far-from-the-least-loss",
    says="A critical point of a small network's loss, found from random weights, exceeds the loss "
    "of a run of descent by more than 10 % of the way to the best constant's loss, with "
    "probability at least 3/5.",
    items={},
    given={},
    then=Chance(
        ge(p, Rational(3, 5)),
        p,
        "the loss there exceeds that after 50 steps of gradient descent by more than 10 % of the "
        "difference between that of the best constant and the latter",
        "60 of scikit-learn's digits 3, 8, 9 are drawn, as 8 standardised block means of pixels; "
        "the loss is cross-entropy plus ‖θ‖²/200 of a network with 4 tanh units; descent makes "
        "steps of length 1; 40 steps of Levenberg's and Marquardt's method on ‖∇f‖² lead from "
        "weights N(0, 1/2); this is repeated until it leads to a critical point",
        trials=(40, 80),
    ),
    scope="51 parameters, weight decay, three digits, one law of the weights",
)
EVIDENCE = {"table": "critical_counts", "setting": "random: far"}
CONTROL = {"table": "critical_counts", "setting": "late trajectory: far"}
