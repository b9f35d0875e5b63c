"""For M = diag(4, 1), r = 1, the balanced critical points are 0 and ±√σᵢ(eᵢ, eᵢ), and no others.

The group u ↦ gu, v ↦ v/g makes the nonzero critical points lines; |u| = |v| cuts each of them in
two points. (A critical point with v ≠ 0 has u = Mv/|v|², which is not zero since M is invertible;
so it can be balanced.) Kept σ = 4: the global minimum, for M has rank 2 > r; kept σ = 1: inertia
(2, 1, 1); the origin: (2, 2, 0). The cofactors were found by linear algebra.
"""

from sympy import Rational

from provenscape.kernel import Claim, Inertia, Roots, conjoin, inertia, roots
from provenscape.models.landscapes import matrix_factorization

f = matrix_factorization(2, 2, 1, [[4, 0], [0, 1]]).f
a, b, c, d = f.variables
system = (*f.gradient(), a**2 + b**2 - c**2 - d**2)
KINDS = {
    (0, 0, 0, 0): (2, 2, 0),
    (2, 0, 2, 0): (3, 0, 1),
    (-2, 0, -2, 0): (3, 0, 1),
    (0, 1, 0, 1): (2, 1, 1),
    (0, -1, 0, -1): (2, 1, 1),
}

claim = Claim(
    id="rank-one-critical-points-on-the-balanced-slice",
    says="The critical points of ½|uvᵀ − diag(4, 1)|² with |u| = |v| are the origin and one "
    "antipodal pair for each singular value: all are listed, with their inertia.",
    items={"N-82": "instance"},
    given={},
    then=(
        Roots(system, f.variables, tuple(KINDS)),
        *(Inertia(f.hessian(at=point), *counts) for point, counts in KINDS.items()),
    ),
    scope="2 × 2, r = 1, M = diag(4, 1)",
)


def proof():
    whole = Rational(1, 60)
    eliminants = {
        a: (
            a**5 - 16 * a,
            (
                (15*a**3*c + 8*a**2*b*d - 8*a**2 + 16*a*b**2*c + 4*b**3*d + 60*b**2) * whole,
                -a * (2*a**2*d + 4*a*b*c + b**2*d + 16*b) * 4 * whole,
                -(15*a**4 - 68*a*c - 16*b*d - 240) * whole,
                0,
                a**4 * c / 4,
            ),
        ),
        b: (
            b**5 - b,
            (
                a * (15*a**2*d - 4*a*b*c + 16*b**2*d - 14*b) * 4 * whole,
                (4*a**3*c - 16*a**2*b*d - 17*a**2 + 15*b**2) * 4 * whole,
                8 * a * d * 4 * whole,
                -(15*a**4 - 56*a*c - 15) * 4 * whole,
                a**4*d - a**2*b + b**3,
            ),
        ),
        c: (
            c**5 - 16 * c,
            (
                (4*a*b*c*d - 68*a*c + 16*b**2*c**2 + 16*b*d - 15*c**4 + 240) * whole,
                -(a*c + 4) * (a*d + 4*b*c) * 4 * whole,
                (15*a*c**3 + 128*c**2 + 64*d**2) * whole,
                0,
                -a * c**4 / 4,
            ),
        ),
        d: (
            d**5 - d,
            (
                -(4*a*b*c**2 - 60*a*d - 16*b**2*c*d - 16*b*c + 15*c**3*d) * whole,
                (a**2*c**2 - 4*a*b*c*d - 8*a*c + 15*b*d + 15) * 4 * whole,
                c * d * (15*a*c - 52) * whole,
                -(c**2) * 4 * whole,
                -d * (a*c**3 - 4*c**2 + 4*d**2) * 15 * whole,
            ),
        ),
    }  # fmt: skip
    complete = roots(claim.part(0), eliminants)
    return conjoin(claim, [complete, *(inertia(claim.part(i)) for i in range(1, 6))])
