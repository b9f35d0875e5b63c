"""Near a minimum with ∇²f ⪰ µI a cubic step squares the gradient, as Newton's method does.

(H + νI)s = −g with ν = Mr/2 ≥ 0 and H ⪰ µI give µr ≤ ‖g‖, r = ‖s‖, and ‖∇f(x + s)‖ ≤ ½(L + M)r².
So the method is the analogue of Newton's in this sense too; no damping is chosen. Nesterov & Polyak
(2006) have the order, with other constants.
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, ge, gt, le, real

L, M, mu, r, q, slope, g, rest, G = real("L M mu r q slope g rest G")

claim = Claim(
    id="cubic-steps-converge-quadratically-at-a-minimum",
    says="Where ∇²f(x) ⪰ µI, µ > 0, and the Hessian is L-Lipschitz, a cubic step with constant M "
    "to x⁺ has ‖∇f(x⁺)‖ ≤ (L + M)‖∇f(x)‖²/(2µ²).",
    items={"O-75": "instance"},
    where={
        L: "a Lipschitz constant of the Hessian",
        M: "the constant of the cubic term",
        mu: "a positive lower bound of the Hessian's eigenvalues",
        r: ("the length of the step", r"\|s\|"),
        q: ("the Hessian's form at the step", r"s^\top\nabla^2f(x)s"),
        slope: ("the gradient's product with the step", r"\langle\nabla f(x),s\rangle"),
        g: ("the gradient norm", r"\|\nabla f(x)\|"),
        rest: (
            "how far the gradient at the next iterate is from its linear approximation",
            r"\|\nabla f(x^+)-\nabla f(x)-\nabla^2f(x)s\|",
        ),
        G: ("the gradient norm at the next iterate", r"\|\nabla f(x^+)\|"),
    },
    given={
        "constant": gt(M),
        "lipschitz": ge(L),
        "eigenvalues": gt(mu),
        "step": gt(r),
        "gradient": ge(g),
        "cauchy_schwarz": ge(slope, -g * r),
        "stationary": le(slope, -q - M * r**3 / 2),
        "definite": ge(q, mu * r**2),
        "taylor_of_the_gradient": le(rest, L * r**2 / 2),
        "triangle": le(G, rest + M * r**2 / 2),
    },
    then=le(G, (L + M) * g**2 / (2 * mu**2)),
    facts={
        "stationary": "cubic-model-optimality",
        "definite": "rayleigh-quotient",
        "taylor_of_the_gradient": "gradient-change-with-lipschitz-hessian",
    },
    scope="every dimension; a step s = 0 is made only where ∇f = 0",
)
witness = {L: 1, M: 1, mu: 1, r: 1, q: 1, slope: -2, g: 2, rest: Rational(1, 2), G: 1}
countermodels = {
    "cauchy_schwarz": witness | {g: 0},
    "stationary": witness | {g: Rational(1, 10), slope: 0},
    "definite": witness | {g: Rational(1, 2), q: 0, slope: Rational(-1, 2)},
    "taylor_of_the_gradient": witness | {rest: 9, G: 9},
    "triangle": witness | {G: 9},
}


def proof():
    short = combine(
        claim.lemma("the step is short", claim.given, le(mu * r, g)),
        using={
            "cauchy_schwarz": 1,
            "stationary": 1,
            "definite": 1,
            "constant": r**3 / 2,
        },
        scale=r,
    )
    return chain(
        claim,
        {"short": short},
        using={
            "taylor_of_the_gradient": 1,
            "triangle": 1,
            "short": (L + M) * (g + mu * r) / (2 * mu**2),
        },
    )
