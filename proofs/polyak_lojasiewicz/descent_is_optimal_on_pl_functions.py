"""On PL functions no first-order method is faster than descent by more than a constant.

With steps of length 1/L the gap is e^(−tµ/L) times the first at most
(pl-step-factor-is-at-most-exponential), so that it is ε after N steps, N − 1 < (L/µ) log(1/ε). By
Yue, Fang & Lin (2023) every method that asks for values and gradients needs c(L/µ) log(1/ε) of them
on some PL function. On strongly convex functions, which are PL too, acceleration gets along with
the root of L/µ: what is lost there is convexity, not the rate.
"""

from provenscape.kernel import Claim, combine, ge, gt, le, lt, real

k, ell, N, T, c = real("kappa ell N T c")

claim = Claim(
    id="descent-is-optimal-on-pl-functions",
    says="Among L-smooth PL functions the steps that gradient descent needs from a gap of 1 to a "
    "gap of ε are at most 2/c times the gradients that any first-order method needs on one of "
    "them, c a constant, for large L/µ and small ε.",
    items={},
    where={
        k: ("the condition number", r"L/\mu"),
        ell: ("the logarithm of the accuracy", r"\log\tfrac1\varepsilon"),
        N: "the least whole number of steps with exp(−Nµ/L) ≤ ε",
        T: "the number of gradients that another method needs in the worst case",
        c: "the constant of the lower bound, the same for all L, µ and ε",
    },
    given={
        "constant": gt(c),
        "condition": ge(k, 1),
        "accurate": ge(ell, 1),
        "not_earlier": lt(N - 1, k * ell),
        "lower_bound": ge(T, c * k * ell),
    },
    then=le(c * N, 2 * T),
    facts={"lower_bound": "pl-first-order-lower-bound"},
    bridges=("quadratic-upper-bound",),
    scope="deterministic methods, in a dimension that the lower bound chooses; log(1/ε) ≥ 1",
)
witness = {k: 2, ell: 1, N: 2, T: 2, c: 1}
countermodels = {
    "not_earlier": witness | {N: 9},
    "lower_bound": witness | {T: 0},
}


def proof():
    # cκℓ ≥ c
    return combine(
        claim,
        using={"not_earlier": c, "lower_bound": 2, "accurate": c, "condition": c * ell},
    )
