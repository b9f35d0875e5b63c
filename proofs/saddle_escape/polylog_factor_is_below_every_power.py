"""(log u)⁴ ≤ 24u^a/a⁴ for every a > 0 and u ≥ 1: the price is less than any power of 1/ε.

With t = log u this is e^(at) ≥ (at)⁴/24, a term of the exponential series.
"""

from sympy import exp, log

from provenscape.kernel import Claim, chain, ge, gt, le, real, series

a, t, K, eps = real("a t K epsilon")
logarithm = log(K / eps**2)

claim = Claim(
    id="polylog-factor-is-below-every-power",
    says="Dimension and failure probability occur in the published bound only in the factor "
    "log⁴ u, u = dLΔ/(ε²δ) ≥ 1, together with ε, L and Δ; it is at most 24u^a/a⁴ for every a > 0: "
    "up to logarithms, but not exactly, the dependence on ε is that of plain descent.",
    items={"O-37": "part same-dependence-on-accuracy", "N-41": "part of-the-credited-bound"},
    where={
        a: "the power",
        K: ("what the logarithm has besides ε", r"dL\Delta/\delta"),
        eps: "the accuracy ε",
    },
    given={
        "problem": gt(K),
        "accuracy": gt(eps**2),
        "power": gt(a),
        "logarithm": ge(logarithm),
    },
    then=le(logarithm**4, 24 * exp(a * logarithm) / a**4),
    bridges=("perturbed-descent-theorem",),
    repairs="polylog-factor-does-not-depend-on-accuracy",
    scope="the published bound, LΔ/ε² times that factor; u ≥ 1, and exp(a log u) is u^a",
)
witness = {a: 1, K: 4, eps: 1}
countermodels = {"logarithm": {a: 1, K: exp(-5), eps: 1}}


def proof():
    s = a * t
    given = {"power": gt(a), "logarithm": ge(t)}
    partial = sum(s**k / f for k, f in enumerate((1, 1, 2, 6, 24)))
    exponential = series(claim.lemma("partial sum of exp", given, ge(exp(s), partial)), exp, s, 4)
    bound = chain(
        claim.lemma("in terms of t = log u", given, le(t**4, 24 * exp(s) / a**4)),
        {"series": exponential},
        using={"series": 24 / a**4, "logarithm": 24 / a**3 + 4 * t**2 / a},
        squares=[(24 / a**4, 1), (12 / a**2, t)],
    )
    return chain(claim, {"bound": (bound, {t: logarithm})}, using={"bound": 1})
