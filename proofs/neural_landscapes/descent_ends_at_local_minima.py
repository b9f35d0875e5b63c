"""Gradient descent itself, carried on to rest, rests at a local minimum of a small network's loss.

After 10 000 steps six full steps of Newton's method are made, which take no account of the loss and
lead to saddles as well; what they reach is certified by Newton and Kantorovich's condition, its
index by Weyl's bound, and counts within a distance of 1/10. A few runs are still on their way, past
a saddle. The control is the same after 1000 steps, where the gradient looks small already and about
half of the runs are near no minimum.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="descent-ends-at-local-minima",
    says="After 10 000 steps of gradient descent on a small network's loss a local minimum is "
    "within a distance of 1/10, with probability at least 3/4.",
    items={"L-03": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(3, 4)),
        p,
        "six full steps of Newton's method from the end of descent lead to a point, at a distance "
        "of at most 1/10, that is certified as a local minimum",
        "60 of scikit-learn's digits 3, 8, 9 are drawn, as 8 standardised block means of pixels; "
        "the loss is cross-entropy plus ‖θ‖²/200 of a network with 4 tanh units; gradient descent "
        "makes 10 000 steps of length 1 from a random start",
        trials=(144, 240),
    ),
    scope="51 parameters, weight decay, three digits",
)
EVIDENCE = {"table": "critical_counts", "setting": "descent: minimum there"}
CONTROL = {"table": "critical_counts", "setting": "descent, 1000: minimum there"}
