"""One perturbation from the stable line of x² − y² is enough to leave within 100 steps.

y grows by 9/8 a step; the control is perturbed by a thousandth of the radius.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="perturbed-descent-leaves-the-saddle",
    says="Perturbed gradient descent from the stable line of the saddle of x² − y² leaves it with "
    "probability at least 99 % within 100 steps of its perturbation.",
    items={},
    given={},
    then=Chance(
        ge(p, Rational(99, 100)),
        p,
        "|y| reaches 1 within 100 steps of the first perturbation",
        "perturbed gradient descent with step 1/16, threshold 1/10 and radius 1/100 runs on "
        "x² − y² from (9/5, 0)",
        trials=(4_000, 40_000),
    ),
    scope="one quadratic saddle, one start, one step length and radius",
)
EVIDENCE = {"table": "escape_counts", "setting": "perturbed"}
CONTROL = {"table": "escape_counts", "setting": "a thousandth of the radius"}
