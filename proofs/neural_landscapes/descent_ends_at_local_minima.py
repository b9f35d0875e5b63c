"""Where descent comes to rest in a small network is a local minimum, not a saddle.

Minima are certified by Newton and Kantorovich's condition. The control are critical points found by
minimising ‖∇f‖² from the trajectory, mostly saddles. So whether a point where training is stuck is
a saddle depends on what one calls stuck.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="descent-ends-at-local-minima",
    says="The point at which descent on a small network's loss comes to rest is a local minimum "
    "with probability at least 3/5.",
    items={"L-03": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(3, 5)),
        p,
        "the point is certified as a local minimum",
        "60 of scikit-learn's digits 3, 8, 9 are drawn, as 8 standardised block means of pixels; "
        "the loss is cross-entropy plus ‖θ‖²/200 of a network with 4 tanh units; gradient descent "
        "makes 300 steps of 0.3 from a random start, and 40 steps by the gradient and the "
        "absolute Hessian, each of which lowers the loss, continue it",
        trials=(48, 96),
    ),
    scope="51 parameters, weight decay, three digits",
)
EVIDENCE = {"table": "critical_counts", "setting": "descent: minimum"}
CONTROL = {"table": "critical_counts", "setting": "trajectory: minimum"}
