"""Between two nondegenerate minima of a function that grows at infinity there is a pass.

At each of the minima, with H ⪰ m > 0, the points at distance r < 3m/ρ are higher by r²(3m − ρr)/6
at least: both are strict. Then the mountain-pass theorem gives a third stationary point, which is
no local minimum. On the line it is a maximum, as 0 is for x⁴ − 2x²; in the plane 0 is a saddle of
x₁⁴ − 2x₁² + x₂². Without growth at infinity there need be none (claim
swapped-minima-have-a-saddle-between).
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, ge, gt, lt, real

rise, form, r, m, rho = real("rise form r m rho")
wall = r**2 * (3 * m - rho * r) / 6

claim = Claim(
    id="coercive-functions-have-a-pass-between-minima",
    says="A local minimum with all eigenvalues of H at least m > 0 is strict: at every distance "
    "r < 3m/ρ f is higher by r²(3m − ρr)/6 at least; so if f → ∞ as |x| → ∞, with two of them "
    "f has a third stationary point, at the height of the lowest path, that is no local minimum.",
    items={"E-24": "part saddles-on-paths"},
    where={
        rise: ("how much f is higher at a point at distance r", "f(x^*+v)-f(x^*)"),
        form: ("the Hessian's quadratic form at v", r"v^\top H v"),
        r: ("the length of v", r"\|v\|"),
        m: "a lower bound of the eigenvalues of H at the minimum",
        rho: "a Lipschitz constant of the Hessian",
    },
    given={
        "displaced": gt(r),
        "definite": ge(form, m * r**2),
        "taylor": ge(rise, form / 2 - rho * r**3 / 6),
        "near": lt(rho * r, 3 * m),
    },
    then=(ge(rise, wall), gt(rise)),
    facts={"definite": "rayleigh-quotient", "taylor": "taylor-with-lipschitz-hessian"},
    bridges=("mountain-pass-theorem",),
    repairs="swapped-minima-have-a-saddle-between",
    about="stationary points between swapped minima",
    scope="every dimension; on the line the third point is a maximum and no saddle",
)
witness = {rise: 1, form: 2, r: 1, m: 2, rho: 1}
countermodels = {
    "displaced": {rise: 0, form: 0, r: 0, m: 1, rho: 1},
    "definite": {rise: -1, form: -2, r: 1, m: 1, rho: 0},
    "taylor": witness | {rise: 0},
    "near": {rise: 0, form: 1, r: 1, m: 1, rho: 3},
}
mutants = [
    ("radius 4m/ρ", replace(claim, given=claim.given | {"near": lt(rho * r, 4 * m)})),
]


def proof():
    half = Rational(1, 2)
    high = combine(claim.part(0), using={"taylor": 1, "definite": half})
    strict = combine(claim.part(1), using={"taylor": 1, "definite": half, "near": r**2 / 6})
    return conjoin(claim, [high, strict])
