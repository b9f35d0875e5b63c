"""Weak strong convexity with µ gives PL with the same µ, in every dimension.

The inequality of strong convexity is used at one pair only, x and the minimiser next to it. Karimi,
Nutini & Schmidt (2016), Theorem 2; strong and essential strong convexity ask it of more pairs.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, gt, real

mu, gap, grad2, inner, d2 = real("mu gap grad2 inner d2")

claim = Claim(
    id="weak-strong-convexity-implies-pl",
    says="Weak strong convexity with µ, f* ≥ f(x) + ⟨∇f(x), p − x⟩ + (µ/2)‖p − x‖² for the "
    "minimiser p next to x, gives PL with the same µ.",
    items={},
    where={
        mu: "the constant of weak strong convexity",
        gap: ("the gap at x", "f(x)-f^*"),
        grad2: ("the squared gradient norm at x", r"\|\nabla f(x)\|^2"),
        inner: ("the slope at x away from p", r"\langle \nabla f(x), x-p \rangle"),
        d2: ("the squared distance of x from p", r"\|x-p\|^2"),
    },
    given={
        "constant": gt(mu),
        "weak_strong_convexity": ge(inner, gap + mu * d2 / 2),
        "square": ge(grad2 - 2 * mu * inner + mu**2 * d2),
    },
    then=ge(grad2 / 2, mu * gap),
    proves="weak-strong-convexity-gives-pl",
    tight=True,
    scope="every dimension; f with a minimiser; the square is that of ‖∇f(x) − µ(x − p)‖",
)
witness = {mu: 1, gap: Rational(1, 2), grad2: 1, inner: 1, d2: 1}
equality = witness
countermodels = {
    "weak_strong_convexity": witness | {gap: 1},
    "square": witness | {grad2: 0},
}


def proof():
    return combine(claim, using={"weak_strong_convexity": mu, "square": Rational(1, 2)})
