"""A covariance matrix with λ_max/λ_min < 20 whose correlation matrix has λ_max/λ_min > 22.

Three inputs of variances 4, 9, 9 with covariances 4, 4 and 8: the least eigenvalue is 1 and the
greatest below 20. Standardised they have the correlations ⅔, ⅔ and 8/9, with the least eigenvalue
1/9 and the greatest above 22/9. So inputs scaled to variance 1, as batch normalisation hands them
to the next layer, may condition its least squares worse; with two inputs they never do.
"""

from sympy import ImmutableMatrix, Rational

from provenscape.kernel import Claim, Inertia, combine, conjoin, eq, function, inertia, real

x, y, z = real("x y z")
f = function(
    "f", (x, y, z), 2 * x**2 + Rational(9, 2) * (y**2 + z**2) + 4 * x * (y + z) + 8 * y * z
)
g = function(
    "g",
    (x, y, z),
    x**2 / 2 + y**2 / 2 + z**2 / 2 + Rational(2, 3) * x * (y + z) + Rational(8, 9) * y * z,
)


def less(form, value):
    entries = form.hessian(at=(0, 0, 0))
    return ImmutableMatrix(3, 3, lambda i, j: entries[i, j] - (value if i == j else 0))


claim = Claim(
    id="standardising-three-inputs-may-raise-the-condition-number",
    says="The covariance matrix with variances 4, 9, 9 and covariances 4, 4, 8 has the least "
    "eigenvalue 1 and the greatest below 20; its correlation matrix has the least eigenvalue 1/9 "
    "and one above 22/9: standardising raises the condition number from under 20 to over 22.",
    items={"N-63": "instance"},
    given={},
    then=(
        eq(g(x, y, z), f(x / 2, y / 3, z / 3)),
        Inertia(less(f, 1), 2, 0, 1),
        Inertia(less(f, 20), 0, 3, 0),
        Inertia(less(g, Rational(1, 9)), 2, 0, 1),
        Inertia(less(g, Rational(22, 9)), 1, 2, 0),
    ),
    about="the condition number at the minimum, with batch normalisation and without",
    scope="f and g are the forms whose Hessians are the two matrices",
)
witness = {x: 1, y: 1, z: 2}


def proof():
    return conjoin(
        claim, [combine(claim.part(0), using={}), *(inertia(claim.part(i)) for i in range(1, 5))]
    )
