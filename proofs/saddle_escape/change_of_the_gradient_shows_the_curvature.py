"""Gradients at n further points x + he_i show the curvature along every direction to √nρh/2.

Let Ĥ have the columns (∇f(x + he_i) − ∇f(x))/h. With a ρ-Lipschitz Hessian each is off by ρh/2 at
most (Taylor), so that v′Ĥv is off by Σ|v_i| ρh/2, and Σ|v_i| ≤ √n for a unit vector v. So
first-order information at n points about a stationary point tells whether it has a direction of
negative curvature, up to √nρh/2, wherever the method comes from, and without noise; the gradient at
the point alone tells nothing.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, ge, gt, le, real

rho, h, root_n, total = real("rho h root_n total")
estimate, curvature, error = real("estimate curvature error")
half = Rational(1, 2)

claim = Claim(
    id="change-of-the-gradient-shows-the-curvature",
    says="The gradients of a function with ρ-Lipschitz Hessian at x and at the n points x + he_i "
    "determine the curvature at x along every unit vector with an error of at most √nρh/2: beyond "
    "that they show its sign.",
    items={"N-23": "instance"},
    where={
        rho: "a Lipschitz constant of the Hessian",
        h: "the distance of the further points along the axes",
        root_n: ("the root of the dimension", r"\sqrt{n}"),
        total: ("the sum of the absolute entries of the unit vector v", r"\sum|v_i|"),
        estimate: (
            "the curvature along v in terms of gradients",
            r"\sum v_i\langle\nabla f(x+he_i)-\nabla f(x),v\rangle/h",
        ),
        curvature: ("the curvature along v", r"v^\top\nabla^2 f(x)v"),
        error: (
            "the greatest error of a column",
            r"\max_i|(\nabla f(x+he_i)-\nabla f(x))/h-\nabla^2f(x)e_i|",
        ),
    },
    given={
        "distance": gt(h),
        "lipschitz_hessian": ge(rho),
        "sum_of_entries": ge(total),
        "entries_of_a_unit_vector": le(total, root_n),
        "taylor": le(error, rho * h / 2),
        "not_above": le(curvature, estimate + total * error),
        "not_below": ge(curvature, estimate - total * error),
    },
    then=(
        le(curvature, estimate + root_n * rho * h / 2),
        ge(curvature, estimate - root_n * rho * h / 2),
    ),
    facts={"taylor": "gradient-change-with-lipschitz-hessian"},
    scope="every dimension n; the points x + he_i need not lie on the method's course",
)
witness = {rho: 1, h: 1, root_n: 1, total: 1, estimate: 0, curvature: 0, error: half}
high, low = {curvature: 1}, {curvature: -1}
countermodels = {
    "entries_of_a_unit_vector": witness | high | {total: 2},
    "taylor": witness | high | {error: 1},
    "not_above": witness | high,
    "not_below": witness | low,
}


def proof():
    sides = {"taylor": total, "entries_of_a_unit_vector": rho * h / 2}
    above = combine(claim.part(0), using={"not_above": 1, **sides})
    below = combine(claim.part(1), using={"not_below": 1, **sides})
    return conjoin(claim, [above, below])
