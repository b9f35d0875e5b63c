"""Cubic regularisation meets a second-order point within 12Δ/(Mδ³) steps and one, δ² = 2ε/(L + M).

M ≥ L, L a Lipschitz constant of the Hessian, Δ = f(x₀) − f*. With s of length r a minimiser of the
model, (H + ½MrI)s = −g and H + ½MrI ⪰ 0, Taylor's bounds give, for x⁺ = x + s,
    f(x⁺) ≤ f(x) − (M/12)r³,   ‖∇f(x⁺)‖ ≤ ½(L + M)r²,   λ_min(∇²f(x⁺)) ≥ −(L + M/2)r.
So r ≥ δ as long as x⁺ has a gradient longer than ε or an eigenvalue below −(L + M/2)δ. With M = L:
12√L Δ/ε^(3/2) steps to ‖∇f‖ ≤ ε and λ_min ≥ −(3/2)√(Lε). One step more than that counted cannot be
made. Nesterov & Polyak (2006) have the theorem; the constants are derived here.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, chain, combine, ge, gt, induct, le, real

f, f_next, first, floor = real("f f_next f_0 f_star")
L, M, r, q, slope, rest, G = real("L M r q slope rest G")
p, gamma, eps, delta, w1, w2, k = real("p gamma epsilon delta w_1 w_2 k")
half = Rational(1, 2)

claim = Claim(
    id="cubic-regularisation-finds-a-second-order-point",
    says="On a function with L-Lipschitz Hessian and lower bound f* cubic regularisation with M "
    "≥ L, the model minimised exactly, makes at most 12(f(x₀) − f*)/(Mδ³) steps, δ = √(2ε/(L + "
    "M)), before the first that ends at a point with ‖∇f‖ ≤ ε and λ_min(∇²f) ≥ −(L + M/2)δ: for M "
    "= L, 12√L(f(x₀) − f*)/ε^(3/2) steps and −(3/2)√(Lε).",
    items={"O-76": "whole", "E-29": "part cubic-regularisation"},
    where={
        f: ("the value at the present iterate", "f(x)"),
        f_next: ("the value at the next iterate", "f(x^+)"),
        first: ("the value at the start", "f(x_0)"),
        floor: ("a lower bound of f", "f^*"),
        L: "a Lipschitz constant of the Hessian",
        M: "the constant of the cubic term",
        r: ("the length of the step", r"\|s\|"),
        q: ("the Hessian's form at the step", r"s^\top\nabla^2f(x)s"),
        slope: ("the gradient's product with the step", r"\langle\nabla f(x),s\rangle"),
        rest: (
            "how far the gradient at the next iterate is from its linear approximation",
            r"\|\nabla f(x^+)-\nabla f(x)-\nabla^2f(x)s\|",
        ),
        G: ("the gradient norm at the next iterate", r"\|\nabla f(x^+)\|"),
        gamma: (
            "minus the least eigenvalue of the Hessian at the next iterate, v a unit eigenvector",
            r"-\lambda_{\min}(\nabla^2f(x^+))",
        ),
        p: ("the Hessian's form at that eigenvector", r"v^\top\nabla^2f(x)v"),
        eps: "the accuracy asked of the gradient",
        delta: ("the length below which no step is", r"\sqrt{2\varepsilon/(L+M)}"),
        (w1, w2): "weights, of which only those of alternatives that hold at the next iterate may "
        "be positive",
        k: "the number of steps so far",
    },
    given={
        "positive": gt(M),
        "lipschitz": ge(L),
        "constant": ge(M, L),
        "length": ge(r),
        "threshold": gt(delta),
        "accuracy": ge(eps, (L + M) * delta**2 / 2),
        "stationary": le(slope, -q - M * r**3 / 2),
        "semidefinite_along_the_step": ge(q, -M * r**3 / 2),
        "semidefinite_along_v": ge(p, -M * r / 2),
        "taylor": le(f_next, f + slope + q / 2 + L * r**3 / 6),
        "taylor_of_the_gradient": le(rest, L * r**2 / 2),
        "triangle": le(G, rest + M * r**2 / 2),
        "change_of_the_hessian": ge(-gamma, p - L * r),
        "bounded_below": ge(f_next, floor),
        "first_weight": ge(w1),
        "second_weight": ge(w2),
        "not_yet": ge(w1 + w2, 1),
        "long_gradient": ge(w1 * (G - eps)),
        "negative_curvature": ge(w2 * (gamma - (L + M / 2) * delta)),
    },
    then=Invariant(
        (le(k * M * delta**3, 12 * (first - f)), le(k * M * delta**3, 12 * (first - floor))),
        start={f: first, k: 0},
        update={f: f_next, k: k + 1},
        fixed=(L, eps),
    ),
    facts={
        "stationary": "cubic-model-optimality",
        "semidefinite_along_the_step": "cubic-model-optimality",
        "semidefinite_along_v": "cubic-model-optimality",
        "taylor": "taylor-with-lipschitz-hessian",
        "taylor_of_the_gradient": "gradient-change-with-lipschitz-hessian",
    },
    proves="cubic-regularisation-step-bound",
    repairs="the-tolerance-root-epsilon-is-reached-as-fast",
    about="the number of steps of cubic regularisation",
    scope="every dimension; the weights say that one of the two alternatives holds at every "
    "iterate so far, the start apart",
)
witness = [
    {
        first: 10, f_next: 8, floor: 0, L: 1, M: 1, r: 2, q: -4, slope: 0, rest: 2, G: 4, p: -1,
        gamma: 3, eps: 1, delta: 1, w1: 1, w2: 0,
    },
    {f_next: 6},
    {f_next: 4, w1: 0, w2: 1},
]  # fmt: skip
start = witness[0] | {f_next: 10}
short = start | {r: 0, q: 0, slope: 0, rest: 0, G: 0, p: 0, gamma: 0}
curved = {w1: 0, w2: 1}
countermodels = {
    "constant": start | curved | {L: 100, eps: 51, gamma: 101},
    "accuracy": short | {eps: 0},
    "stationary": start | {slope: 9},
    "semidefinite_along_the_step": start | {q: -9, slope: 5},
    "semidefinite_along_v": short | curved | {p: -2, gamma: 2},
    "taylor": start,
    "taylor_of_the_gradient": short | {rest: 1, G: 1},
    "triangle": short | {G: 1},
    "change_of_the_hessian": short | curved | {gamma: 2},
    "bounded_below": [start | {floor: 10, f_next: 9}, {f_next: 8}],
    "not_yet": short | {w1: 0, w2: 0},
    "long_gradient": short,
    "negative_curvature": short | curved,
}


def proof():
    given = claim.given
    share = (r + delta) * (L + M) / (2 * L + M)
    weighted = combine(
        claim.lemma("weighted", given, ge((w1 + w2) * (r**2 - delta**2))),
        using={
            **dict.fromkeys(("taylor_of_the_gradient", "triangle", "accuracy"), w1),
            **dict.fromkeys(("change_of_the_hessian", "semidefinite_along_v"), w2 * share),
            "long_gradient": 1,
            "negative_curvature": share,
        },
        scale=(L + M) / 2,
    )
    long = chain(
        claim.lemma("the step is long", given, le(delta, r)),
        {"weighted": weighted},
        using={"weighted": 1},
        scale=(w1 + w2) * (r + delta),
    )
    falls = {
        "taylor": 12,
        "stationary": 12,
        "semidefinite_along_the_step": 6,
        "constant": 2 * r**3,
    }
    counted = falls | {"invariant.0": 1, "long": M * (r**2 + r * delta + delta**2)}
    base = combine(claim.at_start(1), using={**falls, "length": M * r**2, "bounded_below": 12})
    steps = (
        chain(claim.at_next_state(0), {"long": long}, using=counted),
        chain(claim.at_next_state(1), {"long": long}, using=counted | {"bounded_below": 12}),
    )
    return induct(claim, (None, base), steps)
