"""Where a squared loss fits every datum its Hessian is J'J, which has no negative eigenvalue.

Along w the form is Σᵢ ⟨Jᵢ, w⟩² + rᵢ w'∇²fᵢ w, one term a datum; with rᵢ = 0 squares remain. The
same holds for linear least squares at every point: the probability of a minimum is 1, not 2⁻ⁿ.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, eq, ge, induct, real

form, slope, residual, curvature = real("q Jw r wHw")  # of the data so far; of the next datum

claim = Claim(
    id="hessians-at-zero-loss-have-no-negative-eigenvalue",
    items=["L-19"],
    says="Where a network fits all its data, the Hessian of the squared loss has no negative "
    "eigenvalue, whatever the number of weights: its signs are not left to chance.",
    given={"fitted": eq(residual)},
    then=Invariant(
        ge(form),
        start={form: 0},
        update={form: form + slope**2 + residual * curvature},
    ),
    scope="any number of data and weights, any direction w; with more weights than data some "
    "eigenvalues are zero",
)
witness = {form: 0, slope: 0, residual: 0, curvature: 0}
countermodels = {"fitted": {form: 0, slope: 0, residual: 1, curvature: -1}}


def proof():
    law = claim.then
    base = combine(replace(claim, given={}, then=law.relation.subs(law.start)), using={})
    step = combine(
        replace(
            claim, given={**claim.given, "law": law.relation}, then=law.relation.subs(law.update)
        ),
        using={"law": 1, "fitted": curvature},
        squares=[(1, slope)],
    )
    return induct(claim, base, step)
