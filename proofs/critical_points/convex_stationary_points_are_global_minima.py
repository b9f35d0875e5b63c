"""For convex f, ∇f(x) = 0 makes x a global minimiser.

The tangent inequality f(y) ≥ f(x) + ⟨∇f(x), y − x⟩ with the inner product 0.
"""

from provenscape.kernel import Claim, combine, eq, ge, real

f_x, f_y, inner = real("f_x f_y inner")

claim = Claim(
    id="convex-stationary-points-are-global-minima",
    items=["O-13", "E-01"],
    says="A stationary point of a convex function is a global minimiser, so all its local minima "
    "have one value.",
    given={"convex": ge(f_y, f_x + inner), "stationary": eq(inner)},
    then=ge(f_y, f_x),
    tight=True,
    scope="every dimension; 'convex' is the tangent inequality of a differentiable convex "
    "function, with inner = ⟨∇f(x), y − x⟩",
)
witness = {f_x: 0, f_y: 0, inner: 0}
equality = witness
countermodels = {
    "convex": {f_x: 1, f_y: 0, inner: 0},
    "stationary": {f_x: 1, f_y: 0, inner: -1},
}


def proof():
    return combine(claim, using={"convex": 1, "stationary": 1})
