"""With ι = max{100, 2 log₂(ℓ√dΔ/(ε²δ))} all epochs of perturbed descent gain but for probability δ.

It is enough that 25600ι⁵ℓ√dΔ ≤ 2^ι δε² (perturbed-descent-takes-few-steps-above-a-lower-bound). As
2^(ι/10) is convex, from ι = 100 on it is at least 8ι, so that 2^(ι/2) ≥ 25600ι⁵; and 2^(ι/2) ≥
ℓ√dΔ/(ε²δ) is the other half of 2^ι. So the bound 100ι³(ιℓ + √(ρε))Δ/ε² on the steps has the
fourth power of a logarithm, in which ℓ, Δ, ε and the failure probability δ stand beside d. The
strict saddle property is not used; it is needed only to conclude that the point is near a minimum.
"""

from sympy import Rational, exp

from provenscape.kernel import Claim, chain, combine, eq, ge, gt, le, real, series

iota, c, ell, root_d, gap, eps, delta = real("iota c ell root_d Delta epsilon delta")
N, p, s, tenth = real("N p s z")
later = c * (iota - 100)
size = ell * root_d * gap

claim = Claim(
    id="the-logarithm-makes-failure-improbable",
    says="For ι ≥ 100 with 2^(ι/2) ≥ ℓ√dΔ/(ε²δ) the failure probabilities of the at most "
    "100ι³√(ρε)Δ/ε² epochs that perturbed descent can make on a function with ℓ-Lipschitz gradient "
    "and ρ-Lipschitz Hessian add up to at most δ: its bound 100ι³(ιℓ + √(ρε))Δ/ε² on the steps "
    "has the fourth power of log(ℓ√dΔ/(ε²δ)).",
    items={"O-35": "whole", "O-88": "whole"},
    where={
        iota: "the parameter ι of the method",
        c: ("a tenth of the logarithm of 2, 0.0693…", r"\tfrac{\log 2}{10}"),
        ell: "a Lipschitz constant of the gradient",
        root_d: ("the root of the dimension", r"\sqrt{d}"),
        tenth: ("a power of two", r"2^{\iota/10}"),
        gap: ("the gap of the start", "f(x_0)-f^*"),
        eps: "the accuracy ε",
        delta: "the bound of the failure probability",
        N: "the number of epochs",
        p: "the probability that an epoch does not gain √(ε³/ρ)/(100ι³)",
        s: (
            "the tolerance of negative curvature, with ρ a Lipschitz constant of the Hessian",
            r"\sqrt{\rho\varepsilon}",
        ),
    },
    given={
        "parameter": ge(iota, 100),
        "log_two": ge(c, Rational(1, 15)),
        "power": eq(tenth, 1024 * exp(later)),
        "smooth": gt(ell),
        "dimension": gt(root_d),
        "gap": ge(gap),
        "accuracy": gt(eps),
        "probability": ge(p),
        "logarithm": ge(tenth**5 * eps**2 * delta, size),
        "epochs": le(N * eps**2, 100 * iota**3 * s * gap),
        "failure_of_an_epoch": le(p * s * tenth**10, 256 * ell * root_d * iota**2),
    },
    then=le(N * p, delta),
    facts={"failure_of_an_epoch": "perturbed-descent-gains-an-epoch"},
    repairs="the-printed-logarithm-suffices-for-perturbed-descent",
    about="the number of steps of perturbed descent",
    scope="every dimension; √(ρε) ≤ ℓ, and ℓι/√(ρε) a whole number",
)
witness = {
    iota: 100, c: Rational(1, 14), tenth: 1024, ell: 1, root_d: 1, gap: 1, eps: 1, delta: 1,
    N: 10**8, p: Rational(1, 2**80), s: 1,
}  # fmt: skip
countermodels = {
    "accuracy": witness | {eps: 0, gap: 0, N: 2**90},
    "logarithm": witness | {delta: Rational(1, 2**60)},
    "epochs": witness | {N: 2**90},
    "failure_of_an_epoch": witness | {p: 1},
}


def proof():
    known = claim.given
    tangent = series(claim.lemma("tangent of exp", known, ge(exp(later), 1 + later)), exp, later, 1)
    # 1024(1 + c(ι − 100)) − 8ι = 224 + (1024c − 8)(ι − 100)
    above = chain(
        claim.lemma("2^(ι/10) ≥ 8ι", known, ge(tenth, 8 * iota)),
        {"tangent": tangent},
        using={"tangent": 1024, "power": 1, "parameter": 1024 * c - 8},
        squares=[(224, 1)],
    )
    positive = combine(
        claim.lemma("2^(ι/10) > 0", known, gt(tenth)),
        using={"power": 1},
        squares=[(1024 * exp(later), 1)],
    )
    ratio = sum(tenth ** (4 - k) * (8 * iota) ** k for k in range(5))
    return chain(
        claim,
        {"positive": positive, "above": above},
        using={
            "logarithm": tenth**5,
            "above": size * ratio,
            "failure_of_an_epoch": 100 * iota**3 * gap,
            "epochs": p * tenth**10,
        },
        squares=[((8**5 - 25600) * iota**5 * size, 1)],
        scale=tenth**10 * eps**2,
    )
