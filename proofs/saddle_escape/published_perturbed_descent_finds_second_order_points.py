"""Perturbed descent by its authors' rules stops at a second-order point of the double well.

Algorithm 2 of Jin et al. (2017) with c = 1; its theorem asks for c below an absolute constant that
it does not give. The control waits 16 steps after a perturbation instead of 266.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="published-perturbed-descent-finds-second-order-points",
    says="On the double well perturbed gradient descent with the formulas for constants and the "
    "stopping rule of its authors, and c = 1, stops at an approximate second-order stationary "
    "point with probability at least 99 %.",
    items={"N-38": "definition", "O-31": "definition"},
    given={},
    then=Chance(
        ge(p, Rational(99, 100)),
        p,
        "the method stops within 1200 steps at a point with ‖∇f‖ ≤ ε and λ_min(∇²f) ≥ −√(ρε)",
        "Algorithm 2 of Jin et al. (2017) with ℓ = 14, ρ = 30, ε = δ = 1/10, Δ = 2 and c = 1 runs "
        "on f = x₁⁴ − 2x₁² + x₂² from (0, x₂) with x₂ uniform on [−1, 1]",
        trials=(2_000, 10_000),
    ),
    scope="one function and one set of constants, starts on the stable line of the saddle",
)
EVIDENCE = {"table": "published_counts", "setting": "2017"}
CONTROL = {"table": "published_counts", "setting": "2017 with a short wait"}
