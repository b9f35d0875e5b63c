"""A µ-strongly convex function is PL with the same µ.

The strong-convexity lower bound at any y, and ½‖∇f + µ(y − x)‖² ≥ 0, give ½‖∇f‖² ≥ µ(f(x) − f(y));
then f(y) may be brought as near to f* as one likes. Polyak (1963); Karimi, Nutini & Schmidt (2016),
Theorem 2.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, gt, real

mu, f_x, f_y, grad2, inner, dist2 = real("mu f_x f_y grad2 inner dist2")

claim = Claim(
    id="strong-convexity-implies-pl",
    says="Strong convexity with µ gives ½‖∇f(x)‖² ≥ µ(f(x) − f(y)) for all x and y, which is PL "
    "with the same µ.",
    items={"O-07": "part relaxes-strong-convexity", "O-43": "part strong-convexity-implies-pl"},
    where={
        mu: "the constant of strong convexity",
        f_x: ("the value at x", "f(x)"),
        f_y: ("the value at any y", "f(y)"),
        grad2: ("the squared gradient norm at x", r"\|\nabla f(x)\|^2"),
        inner: ("the slope at x towards y", r"\langle \nabla f(x), y-x \rangle"),
        dist2: ("the squared distance of x and y", r"\|y-x\|^2"),
    },
    given={
        "strong_convexity": ge(f_y, f_x + inner + mu * dist2 / 2),
        "square": ge(grad2 + 2 * mu * inner + mu**2 * dist2),
        "constant": gt(mu),
    },
    then=ge(grad2 / 2, mu * (f_x - f_y)),
    tight=True,
    scope="every dimension; strong convexity of differentiable functions; the square is that of "
    "‖∇f(x) + µ(y − x)‖",
)
witness = {mu: 2, f_x: 1, f_y: 0, grad2: 4, inner: -2, dist2: 1}
equality = witness
countermodels = {
    "strong_convexity": witness | {f_x: 2},
    "square": {mu: 2, f_x: 1, f_y: 0, grad2: 0, inner: -2, dist2: 1},
    "constant": {mu: -1, f_x: 0, f_y: 1, grad2: 0, inner: 0, dist2: 0},
}


def proof():
    return combine(claim, using={"strong_convexity": mu, "square": Rational(1, 2)})
