"""The quadratic form is at least the smallest eigenvalue times the squared length.

In coordinates c₁, c₂, … along orthonormal eigenvectors the form is Σ λᵢcᵢ² and the squared length
Σ cᵢ². Adding one coordinate after another keeps form ≥ m · length² as long as every λᵢ ≥ m, in
every dimension. If m > 0 the form is positive definite, with one bound for all directions.
"""

from provenscape.kernel import Claim, Invariant, combine, ge, induct, real

form, length2, m, eigenvalue, c = real("form length2 m eigenvalue c")

claim = Claim(
    id="smallest-eigenvalue-bounds-the-form",
    items=["E-08", "N-16", "L-11"],
    says="If all eigenvalues of H are at least m then v'Hv ≥ m|v|² for every v.",
    given={"eigenvalue": ge(eigenvalue, m)},
    then=Invariant(
        ge(form, m * length2),
        start={form: 0, length2: 0},
        update={form: form + eigenvalue * c**2, length2: length2 + c**2},
    ),
    scope="every dimension, by induction over the coordinates along orthonormal eigenvectors, "
    "which exist by the spectral theorem",
)
witness = {eigenvalue: 1, m: 1, form: 0, length2: 0, c: 1}
countermodels = {"eigenvalue": witness | {eigenvalue: 0}}


def proof():
    relation, state = claim.then.relation, claim.then
    base = Claim(f"{claim.id}-start", (), claim.says, {}, relation.subs(state.start))
    given = {**claim.given, "so_far": relation}
    step = Claim(f"{claim.id}-step", (), claim.says, given, relation.subs(state.update))
    return induct(
        claim, combine(base, using={}), combine(step, using={"eigenvalue": c**2, "so_far": 1})
    )
