"""½(uv − 1)² has the property: where the gradient vanishes, uv = 1 (a global minimum) or u = v = 0.

At the origin the Hessian is ((0, −1), (−1, 0)), with one negative eigenvalue. If u ≠ 0 and the
derivative u(uv − 1) along v vanishes, then uv = 1.
"""

from sympy import ImmutableMatrix, hessian

from provenscape.kernel import Claim, Inertia, combine, conjoin, eq, inertia, real

u, v = real("u v")
loss = (u * v - 1) ** 2 / 2

claim = Claim(
    id="scalar-factorization-has-the-strict-saddle-property",
    items=["N-31"],
    says="The smallest matrix factorization, ½(uv − 1)², is an objective of machine learning with "
    "the strict saddle property: off the origin its stationary points are global minima, and the "
    "origin is a strict saddle.",
    given={"stationary": eq(loss.diff(v))},
    then=(
        eq(u * (u * v - 1)),
        eq(u**2 * loss),
        Inertia(ImmutableMatrix(hessian(loss, (u, v)).xreplace({u: 0, v: 0})), 1, 1, 0),
    ),
    scope="u ≠ 0; for v ≠ 0 by symmetry; with u² > 0 the second equation makes the loss 0",
)
witness = {u: 1, v: 1}
countermodels = {"stationary": {u: 1, v: 0}}


def proof():
    slope = combine(claim.part(0), using={"stationary": 1})
    zero = combine(claim.part(1), using={"stationary": u * (u * v - 1) / 2})
    return conjoin(claim, [slope, zero, inertia(claim.part(2))])
