"""The quadratic form is at least the smallest eigenvalue times the squared length.

In coordinates c₁, c₂, … along orthonormal eigenvectors the form is Σ λᵢcᵢ² and the squared length
Σ cᵢ². Adding one coordinate after another keeps form ≥ m · length² as long as every λᵢ ≥ m, in
every dimension. If m > 0 the form is positive definite, with one bound for all directions.
"""

from provenscape.kernel import Claim, Invariant, combine, ge, induct, real

form, length2, m, eigenvalue, c = real("form length2 m eigenvalue c")

claim = Claim(
    id="smallest-eigenvalue-bounds-the-form",
    says="If all eigenvalues of H are at least m then v'Hv ≥ m|v|² for every v.",
    items={"N-16": "part positive-eigenvalues-make-every-curvature-positive"},
    where={
        eigenvalue: ("the next eigenvalue of H", r"\lambda_i"),
        c: ("the coordinate of v along its eigenvector", "c_i"),
        m: "a lower bound of the eigenvalues",
        form: ("v'Hv, as far as summed: the sum of λᵢcᵢ²", r"(v^\top H v)_i"),
        length2: ("|v|², as far as summed: the sum of cᵢ²", r"(\|v\|^2)_i"),
    },
    given={"bounded": ge(eigenvalue, m)},
    then=Invariant(
        ge(form, m * length2),
        start={form: 0, length2: 0},
        update={form: form + eigenvalue * c**2, length2: length2 + c**2},
    ),
    bridges=("spectral-theorem",),
    proves="rayleigh-quotient",
    scope="every dimension, one coordinate along orthonormal eigenvectors after another",
)
witness = [{m: 1, eigenvalue: 2, c: 1}, {eigenvalue: 1, c: 3}, {eigenvalue: 5, c: 1}]
countermodels = {"bounded": {m: 1, eigenvalue: 0, c: 1}}


def proof():
    step = combine(claim.at_next_state(), using={"bounded": c**2, "invariant": 1})
    return induct(claim, None, step)
