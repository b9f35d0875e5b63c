"""A convex L-smooth f of quadratic growth with µ is weakly strongly convex with µ²/(4L).

At z = p + ∇f(x)/L, p the minimiser next to x, convexity bounds f(z) from below and smoothness from
above; together f* ≥ f(x) + ⟨∇f(x), p − x⟩ + ‖∇f(x)‖²/(2L). And ‖∇f(x)‖ ≥ (µ/2)‖x − p‖, by
convexity-makes-growth-a-secant-inequality and secant-inequality-implies-the-error-bound.
"""

from provenscape.kernel import Claim, combine, ge, gt, le, real

L, mu, gap, gap_z, grad2, inner, d2 = real("L mu gap gap_z grad2 inner d2")

claim = Claim(
    id="convexity-makes-growth-weak-strong-convexity",
    says="A convex L-smooth f of quadratic growth with µ is weakly strongly convex with µ²/(4L).",
    items={},
    where={
        L: "a Lipschitz constant of the gradient",
        mu: "the constant of quadratic growth",
        gap: ("the gap at x", "f(x)-f^*"),
        gap_z: ("the gap at z = p + ∇f(x)/L, p the minimiser next to x", "f(z)-f^*"),
        grad2: ("the squared gradient norm at x", r"\|\nabla f(x)\|^2"),
        inner: ("the slope at x away from p", r"\langle \nabla f(x), x-p \rangle"),
        d2: ("the squared distance of x from p", r"\|x-p\|^2"),
    },
    given={
        "smooth": gt(L),
        "constant": gt(mu),
        "convex": ge(inner, gap),
        "quadratic_growth": ge(gap, mu * d2 / 2),
        "square": ge(grad2 - mu * inner + mu**2 * d2 / 4),
        "convex_at_z": ge(gap_z, gap - inner + grad2 / L),
        "upper_bound": le(gap_z, grad2 / (2 * L)),
    },
    then=ge(inner, gap + mu**2 / (4 * L) * d2 / 2),
    facts={
        "convex": "first-order-condition-for-convexity",
        "convex_at_z": "first-order-condition-for-convexity",
        "upper_bound": "quadratic-upper-bound",
    },
    bridges=("first-order-necessary-condition",),
    scope="every dimension; the square is that of ‖∇f(x) − ½µ(x − p)‖",
)
witness = {L: 2, mu: 2, gap: 1, gap_z: 1, grad2: 4, inner: 2, d2: 1}
countermodels = {
    "quadratic_growth": {L: 1, mu: 1, gap: 0, gap_z: 0, grad2: 0, inner: 0, d2: 1},
    "convex_at_z": {L: 1, mu: 1, gap: 2, gap_z: 0, grad2: 4, inner: 2, d2: 1},
    "upper_bound": {L: 1, mu: 1, gap: 2, gap_z: 4, grad2: 4, inner: 2, d2: 1},
}


def proof():
    return combine(
        claim,
        using={
            "convex_at_z": 1,
            "upper_bound": 1,
            "square": 1 / (2 * L),
            "convex": mu / (2 * L),
            "quadratic_growth": mu / (2 * L),
        },
    )
