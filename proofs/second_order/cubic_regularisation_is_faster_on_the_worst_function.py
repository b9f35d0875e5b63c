"""Where ε < L²/(9216 M) cubic regularisation is faster than descent on the worst function.

Both classes are the same: L-Lipschitz gradient, M-Lipschitz Hessian, f(x₀) − f* ≤ Δ. On a slope of
height h ≥ Δ/2 and gradient G, ε < G ≤ √2 ε, descent with step 1/L has the gradient G at all
iterates t ≤ Lh/G² (claim descent-goes-down-a-slope-slowly), so that T > Lh/G²; h ≥ Δ/2 is met by
small ε, what is below the slope being (2/3)G√(2G/M). Cubic regularisation with M makes N ≤ 12√M
Δ/ε^(3/2) steps to a second-order point, and perturbed descent, which makes no perturbation at
gradients above ε, no fewer than descent. Counted in steps; a cubic step costs a Hessian and its
eigenvectors. Nesterov & Polyak (2006); Cartis, Gould & Toint (2010) have slow examples of both.
"""

from provenscape.kernel import Claim, combine, eq, ge, gt, le, lt, real

L, M, gap, h, G, eps, delta, T, N = real("L M Delta h G epsilon delta T N")

claim = Claim(
    id="cubic-regularisation-is-faster-on-the-worst-function",
    says="Among functions with L-Lipschitz gradient, M-Lipschitz Hessian and f(x₀) − f* ≤ Δ, if "
    "ε is small, 96√(Mε) < L at least, cubic regularisation makes on each before a second-order "
    "point fewer than half of the steps that descent and perturbed descent with step 1/L need to "
    "‖∇f‖ ≤ ε on one of them, a slope of height Δ/2.",
    items={"O-79": "whole"},
    where={
        L: "a Lipschitz constant of the gradient",
        M: "a Lipschitz constant of the Hessian, that of the cubic term",
        gap: "a bound of the gap f(x₀) − f*",
        h: "the height of the slope",
        G: "the gradient on the slope",
        eps: "the accuracy asked of the gradient",
        delta: ("the length below which no cubic step is", r"\sqrt{\varepsilon/M}"),
        T: "the number of steps of descent until the gradient is at most ε",
        N: "the number of steps of cubic regularisation before the one to a second-order point",
    },
    given={
        "smooth": gt(L),
        "constant": gt(M),
        "gap": gt(gap),
        "threshold": gt(delta),
        "accuracy": eq(eps, M * delta**2),
        "slope": le(G**2, 2 * eps**2),
        "height": ge(2 * h, gap),
        "descent": ge(T * G**2, L * h),
        "cubic": le(N * M * delta**3, 12 * gap),
        "small": lt(96 * M * delta, L),
        "steps": ge(T),
    },
    then=lt(2 * N, T),
    facts={"cubic": "cubic-regularisation-step-bound", "descent": "descent-on-a-slope"},
    scope="every dimension; worst cases over the same class of functions; the slope's gradient and "
    "height are chosen, as they can be for small ε",
)
witness = {L: 100, M: 1, gap: 4, h: 2, G: 1, eps: 1, delta: 1, T: 200, N: 48}
countermodels = {
    "accuracy": witness | {eps: 100, G: 100, T: 1},
    "slope": witness | {G: 100, T: 1},
    "height": witness | {h: 0, T: 0},
    "descent": witness | {T: 1},
    "cubic": witness | {N: 1000},
    "small": witness | {L: 1, T: 2},
}


def proof():
    # T·2ε² ≥ TG² ≥ Lh ≥ LΔ/2 > 48Mδ·Δ ≥ 4Mδ·NMδ³ = 4Nε²
    square = -2 * T * (eps + M * delta**2)
    return combine(
        claim,
        using={
            "slope": T,
            "descent": 1,
            "height": L / 2,
            "small": gap / 2,
            "cubic": 4 * M * delta,
            "accuracy": square,
        },
        scale=2 * M**2 * delta**4,
    )
