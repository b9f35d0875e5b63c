"""From a random start near one strict saddle plain descent leaves within a logarithm of 1/r.

With step η = 1/4 and curvature γ = 1/2 the budget is 1 + log(100 √d/r)/log(1 + ηγ) steps; the
control has curvature 1/3 and the same budget.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="one-saddle-costs-a-logarithm",
    says="From a random start in a ball of radius r = 1/1000 about one strict saddle in d = 64 "
    "dimensions plain gradient descent leaves within 1 + log(100 √d/r)/log(9/8) steps with "
    "probability at least 98 %.",
    items={"N-37": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(98, 100)),
        p,
        "|x_d| reaches 1 within 1 + log(100 √d/r)/log(9/8) steps",
        "gradient descent with step 1/4 runs on ½ (x₁² + … + x_{d−1}² − x_d²/2), d = 64, from a "
        "start uniform on the ball of radius r = 1/1000 about 0",
        trials=(8_000, 20_000),
    ),
    scope="one quadratic saddle with one negative curvature, one step length",
)
EVIDENCE = {"table": "single_saddle_counts", "setting": "curvature 1/2"}
CONTROL = {"table": "single_saddle_counts", "setting": "curvature 1/3"}
