"""Eigenvalues of both signs make the quadratic form indefinite.

An eigenvector u with Hu = λu has u'Hu = λ‖u‖². With λ₁ > 0 > λ₂ the form is positive at an
eigenvector of the first and negative at one of the second.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, gt, lt, real

first, second, u2, w2, at_u, at_w = real("first second u2 w2 at_u at_w")

claim = Claim(
    id="mixed-signs-make-the-form-indefinite",
    says="If λ₁ > 0 and λ₂ < 0 then v'Hv takes both signs: H is indefinite.",
    items={"L-17": "whole"},
    where={
        first: ("an eigenvalue, with eigenvector u", r"\lambda_1"),
        second: ("an eigenvalue, with eigenvector w", r"\lambda_2"),
        u2: ("the squared norm of u", r"\|u\|^2"),
        w2: ("the squared norm of w", r"\|w\|^2"),
        at_u: ("the quadratic form at u", r"u^\top H u"),
        at_w: ("the quadratic form at w", r"w^\top H w"),
    },
    given={
        "first_positive": gt(first),
        "second_negative": lt(second, 0),
        "u_not_zero": gt(u2),
        "w_not_zero": gt(w2),
        "u_is_eigenvector": eq(at_u, first * u2),
        "w_is_eigenvector": eq(at_w, second * w2),
    },
    then=(gt(at_u), lt(at_w, 0)),
    scope="every dimension",
)
witness = {first: 1, second: -1, u2: 1, w2: 1, at_u: 1, at_w: -1}
countermodels = {
    "first_positive": witness | {first: 0, at_u: 0},
    "second_negative": witness | {second: 0, at_w: 0},
    "u_not_zero": witness | {u2: 0, at_u: 0},
    "w_not_zero": witness | {w2: 0, at_w: 0},
    "u_is_eigenvector": witness | {at_u: 0},
    "w_is_eigenvector": witness | {at_w: 0},
}


def proof():
    up = combine(claim.part(0), using={"u_is_eigenvector": 1, "first_positive": u2})
    down = combine(claim.part(1), using={"w_is_eigenvector": -1, "second_negative": w2})
    return conjoin(claim, [up, down])
