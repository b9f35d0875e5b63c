"""For a convex f quadratic growth with µ gives the secant inequality with µ/2 and PL with µ/4.

Convexity alone is f(x) − f* ≤ ⟨∇f(x), x − p⟩ at the minimiser p next to x. With L-smoothness it
gives weak strong convexity too (convexity-makes-growth-weak-strong-convexity), so that for convex
L-smooth functions all conditions but strong and essential strong convexity are the same up to
constants. Karimi, Nutini & Schmidt (2016), Theorem 2.
"""

from provenscape.kernel import Claim, combine, conjoin, ge, gt, real

mu, gap, grad2, inner, d2 = real("mu gap grad2 inner d2")

claim = Claim(
    id="convexity-makes-growth-a-secant-inequality",
    says="For a convex f quadratic growth with µ gives the secant inequality with µ/2, and PL with "
    "µ/4.",
    items={},
    where={
        mu: "the constant of quadratic growth",
        gap: ("the gap at x", "f(x)-f^*"),
        grad2: ("the squared gradient norm at x", r"\|\nabla f(x)\|^2"),
        inner: (
            "the slope at x away from the minimiser p next to it",
            r"\langle \nabla f(x), x-p \rangle",
        ),
        d2: ("the squared distance of x from p", r"\|x-p\|^2"),
    },
    given={
        "constant": gt(mu),
        "convex": ge(inner, gap),
        "quadratic_growth": ge(gap, mu * d2 / 2),
        "square": ge(grad2 - mu * inner + mu**2 * d2 / 4),
    },
    then=(ge(inner, mu / 2 * d2), ge(grad2 / 2, mu / 4 * gap)),
    facts={"convex": "first-order-condition-for-convexity"},
    scope="every dimension; the square is that of ‖∇f(x) − ½µ(x − p)‖",
)
witness = {mu: 2, gap: 1, grad2: 4, inner: 2, d2: 1}
countermodels = {
    "convex": witness | {inner: 0},
    "quadratic_growth": witness | {gap: 0, inner: 0},
    "square": witness | {grad2: 0},
}


def proof():
    secant = combine(claim.part(0), using={"convex": 1, "quadratic_growth": 1})
    steep = combine(
        claim.part(1),
        using={"square": 1, "convex": mu, "quadratic_growth": mu / 2},
        scale=2,
    )
    return conjoin(claim, [secant, steep])
