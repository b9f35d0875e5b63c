"""Perturbed descent passes a chain of eight strict saddles in 60 steps a saddle.

The chain is the construction of Du et al. (2017) with γ = L = τ = 1, on which plain descent is
exponentially slow (claim a-chain-of-saddles-costs-an-exponential); the control has perturbations of
radius 10⁻⁵ instead of 1/50.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="perturbed-descent-passes-a-chain-of-saddles",
    says="Perturbed gradient descent passes a chain of eight strict saddles to a minimum, within "
    "60 steps a saddle, with probability at least 99 %.",
    items={"O-05": "instance", "O-88": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(99, 100)),
        p,
        "all eight saddles are left within 480 steps and the point is within 1/10 of a minimum in "
        "every coordinate 100 steps later",
        "perturbed gradient descent with step 1/8, threshold and radius 1/50 and waiting time 20 "
        "runs on the chain of Du et al. (2017) with γ = L = τ = 1, from a start uniform on the "
        "cube of side 1 about the first saddle",
        trials=(2_000, 4_000),
    ),
    scope="one chain, one step length, one threshold, radius and waiting time",
)
EVIDENCE = {"table": "chain_passed_counts", "setting": "perturbed"}
CONTROL = {"table": "chain_passed_counts", "setting": "faintly perturbed"}
