"""Critical points found from points of a trajectory of descent are saddles, mostly.

Stationarity is certified by Newton and Kantorovich's condition, the index by Weyl's bound; of all
candidates about half are certified, the first of them count. So it is a statement on what the
method finds: descent itself ends at minima, the control. Cf. Dauphin et al. (2014), and Frye et al.
(2021) on candidates that are no critical points.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="critical-points-found-along-training-are-mostly-saddles",
    says="Of critical points of a small network's loss, found from a trajectory of descent by "
    "minimising the norm of the gradient, a saddle is one with probability at least 1/2.",
    items={"N-27": "instance", "L-03": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(1, 2)),
        p,
        "the critical point is a saddle",
        "60 of scikit-learn's digits 3, 8, 9 are drawn, as 8 standardised block means of pixels; "
        "the loss is cross-entropy plus ‖θ‖²/200 of a network with 4 tanh units; gradient descent "
        "makes 300 steps of 0.3 from a random start, and 40 steps of Levenberg's and Marquardt's "
        "method on ‖∇f‖² lead from a time log-uniform in 1 … 300 of it; this is repeated until it "
        "leads to a critical point",
        trials=(48, 96),
    ),
    scope="51 parameters, weight decay, three digits, one method and one law of the time",
)
EVIDENCE = {"table": "critical_counts", "setting": "trajectory: saddle"}
CONTROL = {"table": "critical_counts", "setting": "descent: saddle"}
