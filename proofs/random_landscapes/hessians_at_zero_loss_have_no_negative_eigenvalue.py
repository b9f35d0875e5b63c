"""Where a squared loss fits every datum its Hessian is J'J, which has no negative eigenvalue.

Along w the loss of one datum is ½ r(t)², with second derivative ⟨J, w⟩² + r w'∇²f w; with r = 0
squares remain. The same holds for linear least squares at every point: there the probability of a
minimum is 1, not 2⁻ⁿ.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, function, ge, induct, real

t, form, slope, residual, curvature = real("t q Jw r wHw")
loss = function("ell", (t,), (residual + slope * t + curvature * t**2 / 2) ** 2 / 2)

claim = Claim(
    id="hessians-at-zero-loss-have-no-negative-eigenvalue",
    says="Where a model fits all its data, the Hessian of the squared loss has no negative "
    "eigenvalue, whatever the number of weights.",
    items={"L-19": "instance"},
    where={
        form: ("the Hessian's form along w, of the loss over the data so far", r"w^\top H w"),
        residual: "the residual of the next datum",
        slope: ("its derivative along w", r"\langle J, w\rangle"),
        curvature: ("its second derivative along w", r"w^\top\nabla^2 r\,w"),
    },
    given={"fitted": eq(residual)},
    then=Invariant(
        ge(form),
        start={form: 0},
        update={form: form + loss.partial(t, t, at=(0,))},
    ),
    scope="any number of data and weights, any direction w; t is the distance along w",
)
witness = [
    {slope: 1, residual: 0, curvature: -1},
    {slope: 0, residual: 0, curvature: -2},
    {slope: 2, residual: 0, curvature: 3},
]
countermodels = {"fitted": {slope: 0, residual: 1, curvature: -1}}


def proof():
    step = combine(
        claim.at_next_state(),
        using={"invariant": 1, "fitted": curvature},
        squares=[(1, slope)],
    )
    return induct(claim, None, step)
