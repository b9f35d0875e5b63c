"""Damped Newton's method, begun on a trajectory, often ends at no critical point.

It stops where no step lowers the norm of the gradient; the share is near one half. Frye et al.
(2021) report the like for larger networks. The control is where gradient descent comes to rest.
Counts of saddles among candidates that were not checked are thus no counts of
saddles.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="newton-often-ends-where-the-gradient-is-not-zero",
    says="Damped Newton's method for critical points of a small network's loss, begun on a "
    "trajectory of descent, ends at none that can be certified with probability at least 1/5.",
    items={},
    given={},
    then=Chance(
        ge(p, Rational(1, 5)),
        p,
        "no critical point is certified at the end",
        "60 of scikit-learn's digits 3, 8, 9 are drawn, as 8 standardised block means of pixels; "
        "the loss is cross-entropy plus ‖θ‖²/200 of a network with 4 tanh units; gradient descent "
        "makes 50 steps of length 1 from a random start, and 40 steps of damped Newton's method "
        "are made from a time log-uniform in 1 … 50 of it",
        trials=(144, 240),
    ),
    scope="51 parameters, weight decay, three digits, one law of the time, 40 steps",
)
EVIDENCE = {"table": "critical_counts", "setting": "trajectory: not critical"}
CONTROL = {"table": "critical_counts", "setting": "descent: not critical"}
