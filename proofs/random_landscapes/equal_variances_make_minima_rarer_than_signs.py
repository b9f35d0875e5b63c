"""A 4 × 4 Gaussian matrix with all variances one is positive definite in less than 1 of 320 cases.

Independent signs would give 2⁻⁴, twenty times as much. The same matrices without their entries
beside the diagonal are the control.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, le, real

p = real("p")

claim = Claim(
    id="equal-variances-make-minima-rarer-than-signs",
    says="A symmetric 4 × 4 matrix of Gaussian entries, all of variance one, has only positive "
    "eigenvalues with probability at most a twentieth of 2⁻⁴.",
    items={"N-100": "instance"},
    given={},
    then=Chance(
        le(p, Rational(1, 320)),
        p,
        "all four eigenvalues are positive",
        "the entries on and above the diagonal of a symmetric 4 × 4 matrix are independent "
        "Gaussians of mean 0 and variance 1",
        trials=(50_000, 1_000_000),
    ),
    scope="n = 4",
)
EVIDENCE = {"table": "equal_variance_counts", "setting": "equal_variance"}
CONTROL = {"table": "equal_variance_counts", "setting": "separable"}
