"""A nonsingular Hessian is positive definite, negative definite or indefinite.

With λ_min ≤ λ_max both nonzero: if λ_min > 0 the Hessian is positive definite, if λ_max < 0 it is
negative definite, and in the only other case λ_min < 0 < λ_max. The kinds exclude each other, and
each decides the type of the stationary point (claims positive-definite-hessian-gives-a-strict-
minimum, negative-definite-hessian-gives-a-strict-maximum, indefinite-hessian-gives-a-saddle).
"""

from provenscape.kernel import Claim, combine, conjoin, ge, gt, le, lt, real

low, high = real("low high")

claim = Claim(
    id="nonsingular-hessians-are-of-three-kinds",
    says="If no eigenvalue of H is 0, then all are positive, all are negative, or there are some "
    "of both signs.",
    items={"N-N1": "whole", "L-10": "whole"},
    where={
        low: ("the least eigenvalue of H", r"\lambda_{\min}"),
        high: ("the greatest eigenvalue of H", r"\lambda_{\max}"),
    },
    given={
        "low_not_zero": gt(low**2),
        "high_not_zero": gt(high**2),
        "not_positive_definite": le(low, 0),
        "not_negative_definite": ge(high),
    },
    then=(lt(low, 0), gt(high)),
    repairs="three-definite-kinds-leave-out-singular-hessians",
    about="the kinds of Hessians",
    scope="every dimension",
)
witness = {low: -1, high: 1}
countermodels = {
    "low_not_zero": {low: 0, high: 1},
    "high_not_zero": {low: -1, high: 0},
    "not_positive_definite": {low: 1, high: 2},
    "not_negative_definite": {low: -2, high: -1},
}


def proof():
    below = combine(
        claim.part(0), using={"low_not_zero": 1, "not_positive_definite": 1}, scale=1 - low
    )
    above = combine(
        claim.part(1), using={"high_not_zero": 1, "not_negative_definite": 1}, scale=1 + high
    )
    return conjoin(claim, [below, above])
