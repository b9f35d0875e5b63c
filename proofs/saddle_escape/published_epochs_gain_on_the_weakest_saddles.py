"""With the constants of its lemma an epoch of perturbed descent gains, at the weakest saddle.

The lemma (Jin et al. 2021, Lemma 20) promises a failure probability of at most δ = 1/100 for ι =
32.75 here. At λ_min = −√(ρε) exactly, the weakest curvature that it admits, with one such direction
99 % of the runs need about six tenths of its epoch, in 4 dimensions as in 1024 and for ε from 1/16
to 1/256, and with half of all directions four or five tenths (table published_epochs). What makes
the bound on all steps so large is the gain: f falls by four million times as much in the epoch, or
more. The control has two fifths of ι.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="published-epochs-gain-on-the-weakest-saddles",
    says="On a saddle with λ_min = −√(ρε) in 256 dimensions an epoch of perturbed descent with the "
    "published constants for failure probability 1/100 lowers f by the published amount with "
    "probability at least 99 %.",
    items={},
    given={},
    then=Chance(
        ge(p, Rational(99, 100)),
        p,
        "f falls by √(ε³/ρ)/(100ι³) within ιℓ/√(ρε) steps",
        "descent with step 1/ℓ on ½(x₁² + … + x_{d−1}²) + ε cos x_d, d = 256, ε = ρ = 1/16, ℓ = 1, "
        "starts uniformly on the ball of radius ε/(400ι³ℓ) about 0, ι = 32.75 being the least "
        "multiple of 1/16 with (ℓ√d/√(ρε)) ι² 2^(8−ι) ≤ 1/100",
        trials=(2_000, 4_000),
    ),
    scope="one function and one set of constants",
)
EVIDENCE = {"table": "published_epoch_counts", "setting": "one direction"}
CONTROL = {"table": "published_epoch_counts", "setting": "two fifths of iota"}
