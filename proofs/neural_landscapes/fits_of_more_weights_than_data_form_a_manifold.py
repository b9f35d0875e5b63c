"""Weights that fit n data with independent gradients lie on a manifold of p − n dimensions.

Along w the curvature of the squared loss at a fit is Σ ⟨∇f_i, w⟩²: 0 exactly for the w orthogonal
to all gradients, a space of dimension p − n if these are independent, and of at least p − n in any
case. It is the tangent space of the set of fits, all of the same outputs and of loss 0 (Cooper
2018). So for p > n the Hessian is positive definite at no fit. A fit can still be strict where
gradients are dependent, as 0 is for the output |θ|² and the label 0.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, function, induct, real

t, r, slope, bend, curvature, S = real("t r Jw b C S")
loss = function("ell", (t,), (r + slope * t + bend * t**2 / 2) ** 2 / 2)

claim = Claim(
    id="fits-of-more-weights-than-data-form-a-manifold",
    says="At weights that fit all data the curvature of the squared loss along w is the sum of "
    "the squared slopes of the outputs: 0 exactly where w is orthogonal to their gradients, as "
    "some w is if p > n. If the n gradients are independent, the fits near form a manifold of "
    "dimension p − n.",
    items={"L-41": "part many-solutions", "N-46": "instance", "O-59": "instance"},
    where={
        t: "the distance along w",
        r: "the residual of the next datum",
        slope: ("the slope of the output along w, ⟨∇f, w⟩", r"\langle\nabla f, w\rangle"),
        bend: ("the second derivative of the output along w", r"w^\top\nabla^2 f\,w"),
        curvature: "the curvature of the loss along w, over the data so far",
        S: ("the sum of the squared slopes so far", r"|Jw|^2"),
    },
    given={"fitted": eq(r)},
    then=Invariant(
        eq(curvature, S),
        start={curvature: 0, S: 0},
        update={curvature: curvature + loss.partial(t, t, at=(0,)), S: S + slope**2},
    ),
    bridges=("rank-nullity", "regular-level-sets-are-manifolds"),
    scope="any smooth network with p weights, n outputs in all",
)
witness = [
    {r: 0, slope: 1, bend: 2},
    {r: 0, slope: 0, bend: 1},
    {r: 0, slope: 2, bend: 0},
]
points = [witness]
countermodels = {"fitted": [{r: 1, slope: 1, bend: 2}, {r: 0, slope: 0, bend: 1}]}


def proof():
    step = combine(claim.at_next_state(), using={"invariant": 1, "fitted": bend})
    return induct(claim, None, step)
