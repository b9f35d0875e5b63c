"""Noisy descent as Ge et al. (2015) publish it goes from the double well's saddle to a minimum.

Noise uniform on the unit sphere; the control has noise of radius 10⁻¹².
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="noisy-descent-reaches-a-minimum-from-the-saddle",
    says="Noisy gradient descent, started at the saddle of the double well, is near a minimum "
    "after 400 steps with probability at least 99 %.",
    items={"E-39": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(99, 100)),
        p,
        "the point is within 1/4 of (−1, 0) or (1, 0) after 400 steps",
        "gradient descent with step 1/50 and noise uniform on the unit sphere in every step runs "
        "on x₁⁴ − 2x₁² + x₂² from its saddle at 0",
        trials=(2_000, 10_000),
    ),
    scope="one function, one step length",
)
EVIDENCE = {"table": "noisy_counts", "setting": "noise"}
CONTROL = {"table": "noisy_counts", "setting": "faint noise"}
