"""At step 1/L and curvature γ ≥ √(ρε), L/√(ρε) steps double the unstable component.

After t ≥ L/r steps with r = √(ρε) the growth 1 + ηγt is at least 2: the length of a stuck epoch is
of the order of L/√(ρε) times a logarithm, not a power of log d alone. Jin et al. (2017) wait
t_thres = (χ/c²)·ℓ/√(ρε) steps.
"""

from provenscape.kernel import Claim, combine, ge, gt, real

L, r, gamma, t, P = real("L r gamma t P")  # r = √(ρε), P the growth in t steps

claim = Claim(
    id="stuck-epochs-last-longer-at-weaker-curvature",
    items=["O-38"],
    says="With step 1/L every L/√(ρε) steps double the component along curvature −√(ρε) or "
    "stronger: epochs last of the order of (L/√(ρε)) log(…) steps.",
    given={
        "smooth": gt(L),
        "root": gt(r),
        "strong_curvature": ge(gamma, r),
        "long_enough": ge(t, L / r),
        "growth": ge(P, 1 + gamma * t / L),
    },
    then=ge(P, 2),
    tight=True,
    repairs="stuck-epochs-last-polylog-d-steps",
    scope="r = √(ρε); quadratic saddle; growth by growth-doubles-within-one-over-curvature-steps "
    "with s = γ/L; for Lipschitz Hessians Jin et al. (2017)",
)
witness = {L: 1, r: 1, gamma: 1, t: 1, P: 2}
equality = witness
countermodels = {
    "smooth": {L: -1, r: 1, gamma: 1, t: 1, P: 0},
    "root": {L: 1, r: -1, gamma: -1, t: 0, P: 1},
    "strong_curvature": witness | {gamma: 0, P: 1},
    "long_enough": witness | {t: 0, P: 1},
    "growth": witness | {P: 0},
}


def proof():
    return combine(
        claim,
        using={"growth": 1, "strong_curvature": 1 / r, "long_enough": (gamma - r) / L + r / L},
    )
