"""Where an eigenvalue is below −γ a trust-region step of radius r ≤ γ/L gains γr²/3 at least.

Where s minimises g's + ½s'Hs over ‖s‖ ≤ r there is ν ≥ 0 with (H + νI)s = −g, H + νI ⪰ 0 and ‖s‖ =
r unless ν = 0. So ν ≥ γ > 0, the step has the length r, and f falls by ½νr² − (L/6)r³ ≥ γr²/3,
whatever the gradient: at the saddle itself, where it is 0, and on its stable set, with no noise.
The multiplier sees the sign of λ_min; a Newton step does not (claim newton-jumps-to-the-saddle).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, gt, le, real

f, f_next, L, r, t, nu, q, slope, p, gamma = real("f f_next L r t nu q slope p gamma")

claim = Claim(
    id="a-trust-region-step-falls-where-curvature-is-negative",
    says="On a function with L-Lipschitz Hessian, where λ_min(∇²f) ≤ −γ, the trust-region step of "
    "radius r ≤ γ/L, the model minimised exactly, goes down by γr²/3 at least.",
    items={"N-22": "instance", "E-29": "instance"},
    where={
        f: ("the value at the present iterate", "f(x)"),
        f_next: ("the value at the next iterate", "f(x^+)"),
        L: "a Lipschitz constant of the Hessian",
        r: "the radius",
        t: ("the length of the step", r"\|s\|"),
        nu: "the multiplier of the constraint",
        q: ("the Hessian's form at the step", r"s^\top\nabla^2f(x)s"),
        slope: ("the gradient's product with the step", r"\langle\nabla f(x),s\rangle"),
        p: ("the least eigenvalue of the Hessian", r"\lambda_{\min}(\nabla^2f(x))"),
        gamma: "what clearly negative curvature exceeds",
    },
    given={
        "lipschitz": gt(L),
        "radius": gt(r),
        "short": le(L * r, gamma),
        "length": ge(t),
        "within_the_radius": le(t, r),
        "negative_curvature": le(p, -gamma),
        "complementary": le(nu * r**2, nu * t**2),
        "stationary": le(slope, -q - nu * t**2),
        "semidefinite_along_the_step": ge(q, -nu * t**2),
        "semidefinite": ge(p, -nu),
        "taylor": le(f_next, f + slope + q / 2 + L * t**3 / 6),
    },
    then=ge(f - f_next, gamma * r**2 / 3),
    facts={
        "complementary": "trust-region-optimality",
        "stationary": "trust-region-optimality",
        "semidefinite_along_the_step": "trust-region-optimality",
        "semidefinite": "trust-region-optimality",
        "taylor": "taylor-with-lipschitz-hessian",
    },
    tight=True,
    scope="every dimension; one step, every step being taken",
)
witness = {
    f: 0, f_next: -1, L: 1, r: 1, t: 1, nu: 1, q: -1, slope: 0, p: -1, gamma: 1,
}  # fmt: skip
equality = witness | {f_next: -Rational(1, 3)}
up = witness | {f_next: 0}
countermodels = {
    "short": equality | {L: 9, f_next: 1},
    "within_the_radius": up | {t: 3, q: -9},
    "negative_curvature": up | {p: 0, nu: 0, q: 0, t: 0},
    "complementary": up | {t: 0, q: 0},
    "stationary": up | {slope: Rational(1, 2)},
    "semidefinite_along_the_step": up | {q: -3, slope: 2, f_next: 0},
    "semidefinite": up | {nu: 0, q: 0},
    "taylor": up,
}


def proof():
    half, sixth = Rational(1, 2), Rational(1, 6)
    # ½νr² − (L/6)t³ − γr²/3 = ½(ν − γ)r² + (γ − Lr)r²/6 + L(r³ − t³)/6
    return combine(
        claim,
        {
            "taylor": 1,
            "stationary": 1,
            "semidefinite_along_the_step": half,
            "complementary": half,
            "semidefinite": r**2 / 2,
            "negative_curvature": r**2 / 2,
            "short": r**2 / 6,
            "within_the_radius": L * (r**2 + r * t + t**2) * sixth,
        },
    )
