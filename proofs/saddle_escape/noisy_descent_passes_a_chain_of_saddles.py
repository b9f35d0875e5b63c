"""Noisy descent passes a chain of eight strict saddles in 60 steps a saddle.

The chain is the construction of Du et al. (2017) with γ = L = τ = 1, on which plain descent is
exponentially slow (claim a-chain-of-saddles-costs-an-exponential); the control has noise of radius
10⁻⁶ instead of 1/4.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="noisy-descent-passes-a-chain-of-saddles",
    says="Noisy gradient descent passes a chain of eight strict saddles to a minimum, within 60 "
    "steps a saddle, with probability at least 99 %.",
    items={},
    given={},
    then=Chance(
        ge(p, Rational(99, 100)),
        p,
        "all eight saddles are left within 480 steps and the point is within 1/5 of a minimum in "
        "every coordinate 100 steps later",
        "gradient descent with step 1/8 and noise uniform on the sphere of radius 1/4 in every "
        "step runs on the chain of Du et al. (2017) with γ = L = τ = 1, from a start uniform on "
        "the cube of side 1 about the first saddle",
        trials=(2_000, 4_000),
    ),
    scope="one chain, one step length, one size of noise",
)
EVIDENCE = {"table": "chain_noisy_counts", "setting": "noise"}
CONTROL = {"table": "chain_noisy_counts", "setting": "faint noise"}
