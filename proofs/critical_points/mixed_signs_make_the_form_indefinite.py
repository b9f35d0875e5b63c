"""Eigenvalues of both signs make the quadratic form indefinite.

In coordinates along orthonormal eigenvectors the form is λ₁s² + λ₂t². With λ₁ > 0 > λ₂ it is
positive on the first axis and negative on the second.
"""

from provenscape.kernel import Claim, combine, conjoin, gt, lt, real

first, second, s, t = real("first second s t")  # λ₁, λ₂ and the coordinates

claim = Claim(
    id="mixed-signs-make-the-form-indefinite",
    items=["L-17"],
    says="If λ₁ > 0 and λ₂ < 0 then v'Hv takes both signs: H is indefinite.",
    given={
        "first_positive": gt(first),
        "second_negative": lt(second, 0),
        "off_in_s": gt(s**2),
        "off_in_t": gt(t**2),
    },
    then=(
        gt((first * s**2 + second * t**2).xreplace({t: 0})),
        lt((first * s**2 + second * t**2).xreplace({s: 0}), 0),
    ),
    scope="two eigenvalues, in coordinates of their eigenvectors; others do not matter",
)
witness = {first: 1, second: -1, s: 1, t: 1}
countermodels = {
    "first_positive": witness | {first: 0},
    "second_negative": witness | {second: 0},
    "off_in_s": witness | {s: 0},
    "off_in_t": witness | {t: 0},
}


def proof():
    up = combine(claim.part(0), using={"first_positive": s**2})
    down = combine(claim.part(1), using={"second_negative": t**2})
    return conjoin(claim, [up, down])
