"""For a fixed f and ε small enough CLΔ log⁴(nLΔ/(ε²δ))/ε² is at most CL²Δ log(n/δ)/ε⁴.

With u = nLΔ/(ε²δ), log⁴ u ≤ 384√u, for exp y ≥ y⁴/24 at y = (log u)/2, so that ε² log⁴ u is at
most 384ε√(nLΔ/δ), which is below L log(n/δ) for small ε. So the printed bound follows for ε → 0
from that of Jin et al. (2017), which is the better by a factor of ε² up to logarithms. For coarse
ε it fails (for-coarse-accuracies-the-notes-bound-is-no-iteration).
"""

from sympy import Rational, exp

from provenscape.kernel import Claim, chain, eq, ge, gt, le, real, series

C, L, eps, Delta, fine, u, k, r, T = real("C L epsilon Delta Lambda u k r T")
half = Rational(1, 2)

claim = Claim(
    id="the-notes-bound-holds-for-fine-accuracies",
    says="On a function with L-Lipschitz gradient and ρ-Lipschitz Hessian perturbed descent finds, "
    "with probability at least 1 − δ, a point with ‖∇f‖ ≤ ε and λ_min ≥ −√(ρε) in at most "
    "CL²Δ log(n/δ)/ε⁴ iterations, C being a constant, if ε ≤ min{L²/ρ, L log(n/δ)/(384√(nLΔ/δ))}: "
    "for every function from some ε on.",
    items={"N-39": "whole"},
    where={
        C: "the constant in O(…)",
        L: "a Lipschitz constant of the gradient",
        eps: "the accuracy ε",
        Delta: "a bound of the gap f(x₀) − f* of the start, √(ε³/ρ) at least",
        fine: ("the logarithmic factor", r"\log(n/\delta)"),
        u: ("the logarithm of the published bound", r"\log(nL\Delta/(\varepsilon^2\delta))"),
        r: ("the root of what it is the logarithm of", r"\sqrt{nL\Delta/(\varepsilon^2\delta)}"),
        k: ("that root times the accuracy", r"\sqrt{nL\Delta/\delta}"),
        T: "the number of iterations",
    },
    given={
        "constant": gt(C),
        "smooth": gt(L),
        "accuracy": gt(eps),
        "gap": ge(Delta),
        "logarithm": ge(u),
        "root": eq(r, exp(u / 2)),
        "without_accuracy": eq(k, r * eps),
        "fine": le(384 * k * eps, L * fine),
        "found_within": le(T * eps**2, C * L * Delta * u**4),
    },
    then=le(T * eps**4, C * L**2 * Delta * fine),
    facts={"found_within": "perturbed-descent-theorem"},
    scope="every dimension; L and Δ, which the notes leave unexplained, read as the Lipschitz "
    "constant of the gradient and the gap of the start",
)
witness = {C: 1, L: 384, eps: 1, Delta: 1, fine: 1, u: 0, r: 1, k: 1, T: 0}
long = witness | {u: 2, r: exp(1), k: exp(1), fine: 0, T: 6144}
countermodels = {
    "logarithm": witness | {u: -10, r: exp(-5), k: exp(-5), fine: exp(-5), T: 3_840_000},
    "root": long | {r: 0, k: 0},
    "without_accuracy": long | {k: 0},
    "fine": long,
    "found_within": witness | {T: 384**2 + 1},
}


def proof():
    s = u / 2
    partial = sum(s**j / f for j, f in enumerate((1, 1, 2, 6, 24)))
    exponential = series(
        claim.lemma("partial sum of exp", claim.given, ge(exp(s), partial)), exp, s, 4
    )
    power = chain(
        claim.lemma("log⁴ u ≤ 384√u", claim.given, le(u**4, 384 * r)),
        {"series": exponential},
        using={"series": 384, "root": 384, "logarithm": 192 + 8 * u**2},
        squares=[(384, 1), (48, u)],
    )
    return chain(
        claim,
        {"power": power},
        using={
            "found_within": eps**2,
            "power": C * L * Delta * eps**2,
            "without_accuracy": 384 * C * L * Delta * eps,
            "fine": C * L * Delta,
        },
    )
