"""From random starts descent does not end at the saddle of the double well.

Of the control's starts one in a hundred is put on the stable line, so that they have no density.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, le, real

p = real("p")

claim = Claim(
    id="random-starts-do-not-end-at-the-saddle",
    says="Gradient descent from a random start ends at the strict saddle of the double well with "
    "probability at most 0.2 %.",
    items={"E-47": "instance"},
    given={},
    then=Chance(
        le(p, Rational(2, 1000)),
        p,
        "the points of steps 2000 to 2063 are all within 10⁻⁶ of the saddle",
        "gradient descent with step 1/16 runs on x₁⁴ − 2x₁² + x₂² from a start uniform on the "
        "square [−2, 2]²",
        trials=(8_000, 16_000),
    ),
    scope="one function, one step length",
)
EVIDENCE = {"table": "random_start_counts", "setting": "step 0.0625"}
CONTROL = {"table": "random_start_counts", "setting": "one in a hundred on the line"}
