"""Batch noise along the escape direction leaves the saddle of the double well.

The control has terms that differ by 10⁻⁷ of the slope instead of 1/4. Noise across that direction
never leaves x₁ = 0, by symmetry.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="batch-noise-along-the-escape-direction-leaves-the-saddle",
    says="Stochastic gradient descent over two terms leaves the stable line of the double well's "
    "saddle within 100 steps with probability at least 99 %, where the terms differ along the "
    "escape direction.",
    items={"L-32": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(99, 100)),
        p,
        "|x₁| reaches 1/2 within 100 steps",
        "stochastic gradient descent with step 1/20 draws one of the two terms f + x₁/4 and "
        "f − x₁/4 a step, f = x₁⁴ − 2x₁² + x₂², from (0, x₂) with x₂ uniform on [−1, 1]",
        trials=(2_000, 10_000),
    ),
    scope="one function with two terms, one step length",
)
EVIDENCE = {"table": "batch_noise_counts", "setting": "along"}
CONTROL = {"table": "batch_noise_counts", "setting": "along, faint"}
