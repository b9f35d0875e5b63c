"""A trust region of radius r meets a second-order point within 3Δ/(Lr³) steps and one.

Where s minimises g's + ½s'Hs over ‖s‖ ≤ r there is ν ≥ 0 with (H + νI)s = −g, H + νI ⪰ 0 and ‖s‖ =
r unless ν = 0. Taylor's bounds give, for x⁺ = x + s,
    f(x⁺) ≤ f(x) − ½νr² + (L/6)r³,   ‖∇f(x⁺)‖ ≤ νr + ½Lr²,   λ_min(∇²f(x⁺)) ≥ −ν − Lr.
If ν ≤ Lr, x⁺ has ‖∇f‖ ≤ (3/2)Lr² and λ_min ≥ −2Lr; as long as it has not, ν ≥ Lr and f falls by
(L/3)r³. With r = √(2ε/(3L)): at most 3(3/2)^(3/2)√L Δ/ε^(3/2) < 5.52√L Δ/ε^(3/2) steps to ‖∇f‖ ≤ ε
and λ_min ≥ −√(8Lε/3), before the one that leads there. No step is refused and r is never changed,
which needs L and ε; the methods that adapt r as is usual need more steps in the worst case (claim
newton-steps-are-slow-on-one-function), or other rules.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, chain, combine, ge, gt, induct, le, real

f, f_next, first, floor = real("f f_next f_0 f_star")
L, r, t, nu, q, slope, rest, G = real("L r t nu q slope rest G")
p, gamma, w1, w2, k = real("p gamma w_1 w_2 k")
half = Rational(1, 2)

claim = Claim(
    id="a-trust-region-of-fixed-radius-finds-a-second-order-point",
    says="On a function with L-Lipschitz Hessian and lower bound f* the trust-region method of "
    "fixed radius r, the model minimised exactly and every step taken, makes at most 3(f(x₀) − "
    "f*)/(Lr³) steps before the first that ends at a point with ‖∇f‖ ≤ (3/2)Lr² and λ_min(∇²f) ≥ "
    "−2Lr: with (3/2)Lr² = ε, at most 5.52√L(f(x₀) − f*)/ε^(3/2) steps and −√(8Lε/3).",
    items={"E-29": "instance"},
    where={
        f: ("the value at the present iterate", "f(x)"),
        f_next: ("the value at the next iterate", "f(x^+)"),
        first: ("the value at the start", "f(x_0)"),
        floor: ("a lower bound of f", "f^*"),
        L: "a Lipschitz constant of the Hessian",
        r: "the radius",
        t: ("the length of the step", r"\|s\|"),
        nu: "the multiplier of the constraint",
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
        (w1, w2): "weights, of which only those of alternatives that hold at the next iterate may "
        "be positive",
        k: "the number of steps so far",
    },
    given={
        "lipschitz": gt(L),
        "radius": gt(r),
        "length": ge(t),
        "within_the_radius": le(t, r),
        "multiplier": ge(nu),
        "complementary": le(nu * r**2, nu * t**2),
        "stationary": le(slope, -q - nu * t**2),
        "semidefinite_along_the_step": ge(q, -nu * t**2),
        "semidefinite_along_v": ge(p, -nu),
        "taylor": le(f_next, f + slope + q / 2 + L * t**3 / 6),
        "taylor_of_the_gradient": le(rest, L * t**2 / 2),
        "triangle": le(G, rest + nu * t),
        "change_of_the_hessian": ge(-gamma, p - L * t),
        "bounded_below": ge(f_next, floor),
        "first_weight": ge(w1),
        "second_weight": ge(w2),
        "not_yet": ge(w1 + w2, 1),
        "long_gradient": ge(w1 * (G - 3 * L * r**2 / 2)),
        "negative_curvature": ge(w2 * (gamma - 2 * L * r)),
    },
    then=Invariant(
        (le(k * L * r**3, 3 * (first - f)), le(k * L * r**3, 3 * (first - floor))),
        start={f: first, k: 0},
        update={f: f_next, k: k + 1},
    ),
    facts={
        "complementary": "trust-region-optimality",
        "stationary": "trust-region-optimality",
        "semidefinite_along_the_step": "trust-region-optimality",
        "semidefinite_along_v": "trust-region-optimality",
        "taylor": "taylor-with-lipschitz-hessian",
        "taylor_of_the_gradient": "gradient-change-with-lipschitz-hessian",
    },
    proves="fixed-radius-trust-region-step-bound",
    scope="every dimension; the weights say that one of the two alternatives holds at every "
    "iterate so far, the start apart",
)
witness = [
    {
        first: 10, f_next: 8, floor: 0, L: 1, r: 1, t: 1, nu: 3, q: -3, slope: 0, rest: half, G: 3,
        p: -1, gamma: 0, w1: 1, w2: 0,
    },
    {f_next: 6},
    {f_next: 4},
]  # fmt: skip
start = witness[0] | {f_next: 10}
curved = {w1: 0, w2: 1}
flat = start | {nu: 0, q: 0, slope: 0, p: 0, rest: 0, G: 0}
short = flat | {t: 0}
countermodels = {
    "within_the_radius": flat | {t: 3, rest: 4, G: 4},
    "complementary": short | curved | {nu: 2, p: -2, gamma: 2},
    "stationary": start | {slope: 9},
    "semidefinite_along_the_step": start | {q: -9, slope: 6},
    "semidefinite_along_v": short | curved | {p: -2, gamma: 2},
    "taylor": start,
    "taylor_of_the_gradient": short | {rest: 2, G: 2},
    "triangle": short | {G: 2},
    "change_of_the_hessian": short | curved | {gamma: 2},
    "bounded_below": [start | {floor: 10, f_next: 8}, {f_next: 6}],
    "not_yet": short | {w1: 0, w2: 0},
    "long_gradient": short,
    "negative_curvature": short | curved,
}


def proof():
    given = {n: h for n, h in claim.given.items() if not {f, f_next} & h.expr.free_symbols}
    weighted = combine(
        claim.lemma("weighted", given, ge((w1 + w2) * (nu - L * r))),
        using={
            **dict.fromkeys(("taylor_of_the_gradient", "triangle"), w1 / r),
            **dict.fromkeys(("change_of_the_hessian", "semidefinite_along_v"), w2),
            "within_the_radius": w1 * (nu + L * (r + t) / 2) / r + w2 * L,
            "long_gradient": 1 / r,
            "negative_curvature": 1,
        },
    )
    large = chain(
        claim.lemma("the multiplier is large", given, le(L * r, nu)),
        {"weighted": weighted},
        using={"weighted": 1},
        scale=w1 + w2,
    )
    # 3(½νr² − (L/6)t³) = Lr³ + (3/2)r²(ν − Lr) + ½L(r³ − t³)
    falls = {
        "taylor": 3,
        "stationary": 3,
        "semidefinite_along_the_step": Rational(3, 2),
        "complementary": Rational(3, 2),
        "within_the_radius": L * (r**2 + r * t + t**2) / 2,
        "large": 3 * r**2 / 2,
    }
    counted = falls | {"invariant.0": 1}
    lemmas = {"large": large}
    base = chain(claim.at_start(1), lemmas, using=falls | {"bounded_below": 3, "lipschitz": r**3})
    steps = (
        chain(claim.at_next_state(0), lemmas, using=counted),
        chain(claim.at_next_state(1), lemmas, using=counted | {"bounded_below": 3}),
    )
    return induct(claim, (None, base), steps)
