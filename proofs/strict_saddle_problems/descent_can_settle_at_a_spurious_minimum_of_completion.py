"""Gradient descent on matrix completion can settle at a spurious minimum, from all starts nearby.

The instance is that of matrix-completion-has-no-spurious-minima: z = (1, ½, 1), the corners not
observed. At (1, 0, −1), where the loss is 17/32, the gradient vanishes and 0 ≺ ηH ≺ 2I for
η = 1/10, as η tr H < 2: the map of gradient descent contracts there, and the starts nearby are
drawn to the point. That descent finds the optimum reliably is a statement about frequencies, which
one such instance does not refute (descent-finds-the-global-optimum-from-random-starts).
"""

from sympy import Rational

from provenscape.kernel import Claim, Inertia, combine, conjoin, eq, inertia, lt
from provenscape.models.landscapes import symmetric_matrix_completion

half, quarter = Rational(1, 2), Rational(1, 4)
f = symmetric_matrix_completion(
    [[1, 1, 0], [1, 1, 1], [0, 1, 1]], [[1, half, 1], [half, quarter, half], [1, half, 1]], 1
).f
SPURIOUS, eta = (1, 0, -1), Rational(1, 10)
trace = sum(f.partial(v, v, at=SPURIOUS) for v in f.variables)

claim = Claim(
    id="descent-can-settle-at-a-spurious-minimum-of-completion",
    says="Gradient descent with steps of 1/10 on a completion of 7 of 9 entries is drawn, from all "
    "starts nearby, to a point of loss 17/32: the gradient vanishes there, the Hessian is positive "
    "definite, and its trace is below 2/η.",
    items={"N-86": "instance"},
    given={},
    then=(
        *map(eq, f.gradient(at=SPURIOUS)),
        Inertia(f.hessian(at=SPURIOUS), 3, 0, 0),
        lt(eta * trace, 2),
        eq(f(*SPURIOUS), Rational(17, 32)),
    ),
    bridges=("ostrowski-theorem",),
    scope="the 3 × 3 matrix zzᵀ with z = (1, ½, 1), rank one, all entries but the corners "
    "observed, steps of 1/10",
)


def proof():
    level = [combine(claim.part(i), using={}) for i in range(3)]
    short = combine(claim.part(4), using={}, squares=[(Rational(17, 20), 1)])
    return conjoin(claim, [*level, inertia(claim.part(3)), short, combine(claim.part(5), using={})])
