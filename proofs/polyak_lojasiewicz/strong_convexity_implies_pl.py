"""A µ-strongly convex function is PL with the same µ.

Minimise the strong-convexity lower bound at the minimiser: ½‖∇f + µ(x* − x)‖² ≥ 0 is what is left.
Polyak (1963); Karimi, Nutini & Schmidt (2016), Theorem 2.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, gt, real

mu, f, f_star, grad2 = real("mu f f_star grad2")
inner, dist2 = real("inner dist2")  # ⟨∇f(x), x* − x⟩ and ‖x* − x‖²

claim = Claim(
    id="strong-convexity-implies-pl",
    items=["O-07", "O-43", "O-89"],
    says="Strong convexity with µ implies PL with the same µ.",
    given={
        "strong_convexity": ge(f_star, f + inner + mu * dist2 / 2),
        "gram": ge(grad2 + 2 * mu * inner + mu**2 * dist2),
        "constant": gt(mu),
    },
    then=ge(grad2 / 2, mu * (f - f_star)),
    tight=True,
    scope="strong convexity at the pair (x, x*); gram is ‖∇f(x) + µ(x* − x)‖² ≥ 0",
)
witness = {mu: 2, f: 1, f_star: 0, grad2: 4, inner: -2, dist2: 1}
equality = witness
countermodels = {
    "strong_convexity": witness | {f: 2},
    "gram": {mu: 2, f: 1, f_star: 0, grad2: 0, inner: -2, dist2: 1},
    "constant": {mu: -1, f: 0, f_star: 1, grad2: 0, inner: 0, dist2: 0},
}


def proof():
    return combine(claim, using={"strong_convexity": mu, "gram": Rational(1, 2)})
