"""On an L-smooth PL function, step 1/L reaches accuracy ε within (L/µ) log(gap₀/ε) steps.

From (1 − µ/L)^T ≤ exp(−Tµ/L), which is 1 − t ≤ e^(−t) at t = µ/L to the power T: with
T ≥ (L/µ) log(gap₀/ε) the bound gap₀ exp(−Tµ/L) is at most ε.
"""

from sympy import exp

from provenscape.kernel import Claim, chain, ge, le, real, series

ratio = real("ratio")  # µ/L
first_gap, gap = real("first_gap gap")

claim = Claim(
    id="pl-step-factor-is-at-most-exponential",
    items=["O-07", "O-89"],
    says="With L-smoothness and step 1/L each step multiplies the gap by at most e^(−µ/L): "
    "(L/µ) log(gap₀/ε) steps reach accuracy ε, without convexity.",
    given={
        "gap": ge(first_gap),
        "one_step": le(gap, (1 - ratio) * first_gap),
    },
    then=le(gap, exp(-ratio) * first_gap),
    repairs="pl-alone-gives-a-linear-rate",
    scope="one step of pl-one-step with ratio = µ/L; T steps multiply by at most exp(−Tµ/L), which "
    "is ε/gap₀ for T = (L/µ) log(gap₀/ε)",
)
witness = {ratio: 1, first_gap: 1, gap: 0}
points = [{ratio: 0, first_gap: 1, gap: 1}]
countermodels = {
    "gap": {ratio: 1, first_gap: -1, gap: 0},
    "one_step": {ratio: 1, first_gap: 1, gap: 1},
}


def proof():
    tangent = Claim("tangent", [], "e^-t >= 1 - t", {}, ge(exp(-ratio), 1 - ratio))
    return chain(
        claim,
        {"tangent": series(tangent, exp, -ratio, 1)},
        using={"one_step": 1, "tangent": first_gap},
    )
