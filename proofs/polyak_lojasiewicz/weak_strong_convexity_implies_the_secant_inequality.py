"""Weak strong convexity with µ gives the restricted secant inequality with the same µ.

As it implies PL and so quadratic growth with µ, the gap itself is at least (µ/2)‖x − p‖²; without
that half the constant would be µ/2. Karimi, Nutini & Schmidt (2016), Theorem 2.
"""

from provenscape.kernel import Claim, combine, ge, real

mu, gap, inner, d2 = real("mu gap inner d2")

claim = Claim(
    id="weak-strong-convexity-implies-the-secant-inequality",
    says="On an L-smooth f weak strong convexity with µ gives the restricted secant inequality "
    "⟨∇f(x), x − p⟩ ≥ µ‖x − p‖² with the same µ.",
    items={},
    where={
        mu: "the constant of weak strong convexity",
        gap: ("the gap at x", "f(x)-f^*"),
        inner: (
            "the slope at x away from the minimiser p next to it",
            r"\langle \nabla f(x), x-p \rangle",
        ),
        d2: ("the squared distance of x from p", r"\|x-p\|^2"),
    },
    given={
        "weak_strong_convexity": ge(inner, gap + mu * d2 / 2),
        "quadratic_growth": ge(gap, mu * d2 / 2),
    },
    then=ge(inner, mu * d2),
    facts={"quadratic_growth": "quadratic-growth-under-pl"},
    bridges=("weak-strong-convexity-gives-pl",),
    tight=True,
    scope="every dimension; f with a minimiser",
)
witness = {mu: 2, gap: 1, inner: 2, d2: 1}
equality = witness
countermodels = {
    "weak_strong_convexity": witness | {inner: 0},
    "quadratic_growth": witness | {gap: 0, inner: 1},
}


def proof():
    return combine(claim, using={"weak_strong_convexity": 1, "quadratic_growth": 1})
