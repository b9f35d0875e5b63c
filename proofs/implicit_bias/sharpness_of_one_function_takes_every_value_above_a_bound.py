"""λ_max of the Hessian depends on the weights that stand for a function, not on the function alone.

All (u, v) with uv = c make the linear network x ↦ vux with one function, and one with ReLU if u, v
> 0; the minima of (uv − c)²/2, c > 0, are these. The Hessian there has the eigenvalues 0 and
u² + v²: at least 2c, for u = v, and any number ℓ ≥ 2c for u, v = ½(√(ℓ + 2c) ± √(ℓ − 2c)). So
"sharp" and "flat", defined by λ_max, are properties of weights (Dinh, Pascanu, Bengio & Bengio
2017); what they say about the test error they cannot say of the function without a choice of the
weights.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, real

HALF = Rational(1, 2)

u, v, c, s, lam, level, p, q = real("u v c s lambda ell p q")
f = function("f", (u, v), (u * v - c) ** 2 / 2)
first, second = (p + q) / 2, (p - q) / 2

claim = Claim(
    id="sharpness-of-one-function-takes-every-value-above-a-bound",
    says="At each minimum uv = c > 0 of (uv − c)²/2 the Hessian has the eigenvalues 0 and u² + v² "
    "≥ 2c, and (su, v/s) is the same linear network with the same loss: sharpness λ_max takes "
    "every value from 2c on for one function.",
    items={"N-69": "definition"},
    where={
        (u, v): "the two weights of the network vux",
        c: "the product that fits the data",
        s: "the factor by which one weight is multiplied and the other divided",
        lam: ("any number, to be an eigenvalue", r"\lambda"),
        level: ("a sharpness of 2c or more", r"\ell"),
        p: ("the root of ℓ + 2c", r"\sqrt{\ell+2c}"),
        q: ("the root of ℓ − 2c", r"\sqrt{\ell-2c}"),
    },
    given={
        "fits": eq(u * v, c),
        "positive": gt(c),
        "scaled": gt(s),
        "sum_of_the_weights": eq(p**2, level + 2 * c),
        "their_difference": eq(q**2, level - 2 * c),
    },
    then=(
        eq(f.partial(u)),
        eq(f.partial(v)),
        eq(
            (f.partial(u, u) - lam) * (f.partial(v, v) - lam) - f.partial(u, v) ** 2,
            lam * (lam - u**2 - v**2),
        ),
        ge(u**2 + v**2, 2 * c),
        eq(f(s * u, v / s), f(u, v)),
        eq(f(first, second)),
        eq(first**2 + second**2, level),
    ),
    scope="a network of two weights and squared loss; two layers of a wider network scale likewise",
)
witness = {u: 1, v: 1, c: 1, s: 2, lam: 0, level: 2, p: 2, q: 0}
countermodels = {
    "fits": {u: 1, v: 1, c: 2, s: 2, lam: 0, level: 5, p: 3, q: 1},
    "sum_of_the_weights": witness | {p: 0},
    "their_difference": witness | {q: 1},
}
points = [
    witness | {lam: 3},
    {u: 2, v: 1, c: 2, s: 3, lam: 5, level: 5, p: 3, q: 1},
]


def proof():
    gap = p**2 - q**2 - 4 * c
    return conjoin(
        claim,
        [
            combine(claim.part(0), using={"fits": v}),
            combine(claim.part(1), using={"fits": u}),
            combine(claim.part(2), using={"fits": -(3 * u * v - c)}),
            combine(claim.part(3), using={"fits": 2}, squares=[(1, u - v)]),
            combine(claim.part(4), using={}),
            combine(
                claim.part(5),
                using={"sum_of_the_weights": gap / 32, "their_difference": -gap / 32},
            ),
            combine(claim.part(6), using={"sum_of_the_weights": HALF, "their_difference": HALF}),
        ],
    )
