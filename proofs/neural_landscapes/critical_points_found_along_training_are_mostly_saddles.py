"""Critical points found from the first steps of descent are saddles, mostly.

Stationarity is certified by Newton and Kantorovich's condition, the index by Weyl's bound; of all
candidates less than half are certified, the first of them count. So it is a statement on what the
method finds, and on when: the control is the same search from steps 1000 … 10 000, where it finds
minima. Cf. Dauphin et al. (2014), and Frye et al. (2021) on candidates that are no critical points.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="critical-points-found-along-training-are-mostly-saddles",
    says="Of critical points of a small network's loss, found by damped Newton's method from the "
    "first 50 steps of gradient descent, a saddle is one with probability at least 1/2.",
    items={"N-27": "instance", "L-03": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(1, 2)),
        p,
        "the critical point is a saddle",
        "60 of scikit-learn's digits 3, 8, 9 are drawn, as 8 standardised block means of pixels; "
        "the loss is cross-entropy plus ‖θ‖²/200 of a network with 4 tanh units; gradient descent "
        "makes 50 steps of length 1 from a random start, and 40 steps of damped Newton's method "
        "lead from a time log-uniform in 1 … 50 of it; this is repeated until it leads to a "
        "critical point",
        trials=(40, 80),
    ),
    scope="51 parameters, weight decay, three digits, one method and one law of the time",
)
EVIDENCE = {"table": "critical_counts", "setting": "trajectory: saddle"}
CONTROL = {"table": "critical_counts", "setting": "late trajectory: saddle"}
