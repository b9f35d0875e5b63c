"""A direction with u′Hu < 0 exists exactly if λ_min < 0: u′Hu ≥ λ_min‖u‖², with equality at u = e.

With e a unit eigenvector for λ, u′Hu − λ‖u‖² = (tr H − 2λ)(e₁u₂ − e₂u₁)², and tr H − λ is the other
eigenvalue.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, real

a, b, c, low, e1, e2, u1, u2 = real("a b c lambda e_1 e_2 u_1 u_2")
q = function("q", (u1, u2), a * u1**2 + 2 * b * u1 * u2 + c * u2**2)

claim = Claim(
    id="a-negative-direction-means-a-negative-eigenvalue",
    says="The quadratic form of a Hessian is the smallest eigenvalue along its unit eigenvector "
    "and at least that times ‖u‖² along every u: it is negative along some direction exactly if "
    "the smallest eigenvalue is negative.",
    items={"N-30": "definition"},
    where={
        (a, b, c): "the entries of the Hessian: both second derivatives are a and c, the mixed b",
        low: ("its smallest eigenvalue", r"\lambda_{\min}"),
        (e1, e2): "a unit eigenvector for it",
    },
    given={
        "first_row": eq(a * e1 + b * e2, low * e1),
        "second_row": eq(b * e1 + c * e2, low * e2),
        "unit": eq(e1**2 + e2**2, 1),
        "smallest": ge(a + c - low, low),
    },
    then=(eq(q(e1, e2), low), ge(q(u1, u2), low * (u1**2 + u2**2))),
    scope="two dimensions; the other eigenvalue is the trace minus the smallest",
)
witness = {a: -1, b: 0, c: 1, low: -1, e1: 1, e2: 0, u1: 1, u2: 1}
countermodels = {
    "first_row": witness | {a: -2, c: 2},
    "second_row": witness | {b: 1, u1: 2, u2: -1},
    "unit": witness | {e1: 2},
    "smallest": witness | {c: -2},
}


def proof():
    # with rows r₁ = r₂ = 0 of (H − λ)e and n = e₁² + e₂² − 1 = 0
    along = combine(claim.part(0), using={"first_row": e1, "second_row": e2, "unit": low})
    shifted = (a - low) * u1**2 + 2 * b * u1 * u2 + (c - low) * u2**2
    bound = combine(
        claim.part(1),
        using={
            "first_row": (u1**2 - u2**2) * e1 + 2 * u1 * u2 * e2,
            "second_row": 2 * u1 * u2 * e1 - (u1**2 - u2**2) * e2,
            "unit": -shifted,
            "smallest": (e1 * u2 - e2 * u1) ** 2,
        },
    )
    return conjoin(claim, [along, bound])
