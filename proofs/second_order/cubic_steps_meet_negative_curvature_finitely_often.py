"""Where an eigenvalue is below −γ a cubic step gains 2γ³/(3M²), whatever the gradient.

M ≥ L, L a Lipschitz constant of the Hessian. With r the length of the step, H + ½MrI ⪰ 0 gives r ≥
2γ/M, and f falls by (M/12)r³ in every step. So at most 3M²Δ/(2γ³) iterates have an eigenvalue below
−γ, Δ = f(x₀) − f*, and values never rise: the method comes back to no strict saddle, on its stable
set or off it, with no noise. At a saddle the gradient says nothing and the step is along an
eigenvector of λ_min. Nesterov & Polyak (2006). A second-order method that does not see the signs
goes to saddles, as Newton's does (claim newton-jumps-to-the-saddle).
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

f, f_next, first, floor = real("f f_next f_0 f_star")
L, M, r, q, slope, p, gamma, k, s = real("L M r q slope p gamma k s")

claim = Claim(
    id="cubic-steps-meet-negative-curvature-finitely-often",
    says="On a function with L-Lipschitz Hessian and lower bound f* cubic regularisation with M "
    "≥ L, the model minimised exactly, is at most 3M²(f(x₀) − f*)/(2γ³) times at a point with "
    "λ_min(∇²f) ≤ −γ, and each time f falls by 2γ³/(3M²) at least: it leaves every strict "
    "saddle, from the saddle itself too, and does not return.",
    items={"N-22": "whole", "E-29": "part cubic-regularisation"},
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
        p: ("the least eigenvalue of the Hessian", r"\lambda_{\min}(\nabla^2f(x))"),
        gamma: "what clearly negative curvature exceeds",
        s: "1 at an iterate with λ_min ≤ −γ, else 0",
        k: "the number of iterates with λ_min ≤ −γ so far",
    },
    given={
        "positive": gt(M),
        "constant": ge(M, L),
        "threshold": gt(gamma),
        "length": ge(r),
        "stationary": le(slope, -q - M * r**3 / 2),
        "semidefinite_along_the_step": ge(q, -M * r**3 / 2),
        "semidefinite": ge(p, -M * r / 2),
        "taylor": le(f_next, f + slope + q / 2 + L * r**3 / 6),
        "counted_or_not": ge(s),
        "counted_once": le(s, 1),
        "counted_at_negative_curvature": ge(s * (-gamma - p)),
        "bounded_below": ge(f_next, floor),
    },
    then=Invariant(
        (
            le(2 * k * gamma**3, 3 * M**2 * (first - f)),
            le(2 * k * gamma**3, 3 * M**2 * (first - floor)),
            le(f, first),
        ),
        start={f: first, k: 0},
        update={f: f_next, k: k + s},
        fixed=(L,),
    ),
    facts={
        "stationary": "cubic-model-optimality",
        "semidefinite_along_the_step": "cubic-model-optimality",
        "semidefinite": "cubic-model-optimality",
        "taylor": "taylor-with-lipschitz-hessian",
    },
    scope="every dimension and every number of steps",
)
begin = {
    first: 10, f_next: 8, floor: 0, L: 1, M: 1, r: 2, q: -4, slope: 0, p: -1, gamma: 1, s: 1,
}  # fmt: skip
witness = [begin, {f_next: 6}, {f_next: 6, s: 0, r: 0, q: 0, slope: 0, p: 1}]
start = begin | {f_next: 10}
short = start | {r: 0, q: 0, slope: 0, p: 0}
countermodels = {
    "constant": start | {L: 100},
    "stationary": start | {slope: 9},
    "semidefinite_along_the_step": start | {q: -9, slope: 5},
    "semidefinite": short | {p: -1},
    "taylor": start,
    "counted_at_negative_curvature": short,
    "bounded_below": [begin | {floor: 10}, {f_next: 6}],
}


def proof():
    falls = {"taylor": 1, "stationary": 1, "semidefinite_along_the_step": Rational(1, 2)}
    falls |= {"constant": r**3 / 6}
    more = (M**2 * r**2 + 2 * gamma * M * r + 4 * gamma**2) / 2
    # M³r³/4 − 2sγ³ = (1 − s)M³r³/4 + s(Mr − 2γ)(M²r² + 2γMr + 4γ²)/4
    gains = {name: 3 * M**2 * weight for name, weight in falls.items()} | {
        "counted_once": M**3 * r**3 / 4,
        "counted_at_negative_curvature": more,
        "semidefinite": s * more,
    }
    rest = {"length": M * r**2 / 12}
    base = combine(
        claim.at_start(1),
        using={name: 3 * M**2 * weight for name, weight in (falls | rest).items()}
        | {"bounded_below": 3 * M**2},
    )
    steps = (
        combine(claim.at_next_state(0), using=gains | {"invariant.0": 1}),
        combine(
            claim.at_next_state(1), using=gains | {"invariant.0": 1, "bounded_below": 3 * M**2}
        ),
        combine(claim.at_next_state(2), using=falls | rest | {"invariant.2": 1}),
    )
    return induct(claim, (None, base, None), steps)
