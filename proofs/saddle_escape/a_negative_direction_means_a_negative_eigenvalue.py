"""u′Hu is the sum of the eigenvalues, each times the square of u's component along its vector.

With e a unit eigenvector for λ the other eigenvalue is µ = tr H − λ, along (−e₂, e₁), and
u′Hu = λ⟨e, u⟩² + µ(e₁u₂ − e₂u₁)². So u′Hu < 0 for some direction u exactly if λ < 0 or µ < 0.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, real

a, b, c, eigenvalue, e1, e2, u1, u2 = real("a b c lambda e_1 e_2 u_1 u_2")
q = function("q", (u1, u2), a * u1**2 + 2 * b * u1 * u2 + c * u2**2)
other = a + c - eigenvalue

claim = Claim(
    id="a-negative-direction-means-a-negative-eigenvalue",
    says="The quadratic form of a Hessian of the plane with eigenvalues λ and µ is λ along a unit "
    "eigenvector e for λ, µ = tr H − λ across it, and λ⟨e, u⟩² + µ(e₁u₂ − e₂u₁)² along every u: "
    "it is negative along some direction exactly if the smaller eigenvalue is negative.",
    items={"N-30": "definition"},
    where={
        (a, b, c): "the entries of the Hessian: both second derivatives are a and c, the mixed b",
        eigenvalue: ("an eigenvalue", r"\lambda"),
        (e1, e2): "a unit eigenvector for it",
    },
    given={
        "first_row": eq(a * e1 + b * e2, eigenvalue * e1),
        "second_row": eq(b * e1 + c * e2, eigenvalue * e2),
        "unit": eq(e1**2 + e2**2, 1),
    },
    then=(
        eq(q(e1, e2), eigenvalue),
        eq(q(-e2, e1), other),
        eq(q(u1, u2), eigenvalue * (e1 * u1 + e2 * u2) ** 2 + other * (e1 * u2 - e2 * u1) ** 2),
    ),
    scope="two dimensions",
)
witness = {a: -1, b: 0, c: 1, eigenvalue: -1, e1: 1, e2: 0, u1: 1, u2: 1}
points = [witness | {u1: 2}]
countermodels = {
    "first_row": witness | {a: -2, c: 2},
    "second_row": witness | {b: 1},
    "unit": witness | {e1: 2},
}


def proof():
    rows = {"first_row": e1, "second_row": e2}
    along = combine(claim.part(0), using=rows | {"unit": eigenvalue})
    across = combine(claim.part(1), using={"first_row": -e1, "second_row": -e2, "unit": other})
    split = combine(
        claim.part(2),
        using={
            "first_row": (u1**2 - u2**2) * e1 + 2 * u1 * u2 * e2,
            "second_row": 2 * u1 * u2 * e1 - (u1**2 - u2**2) * e2,
            "unit": -(a * u1**2 + 2 * b * u1 * u2 + c * u2**2),
        },
    )
    return conjoin(claim, [along, across, split])
