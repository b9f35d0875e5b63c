"""If the perturbation is longer than s along v, growth R/s brings it to R.

It is shorter with probability at most Ks, K of the order √d/r: to fail with probability δ at most,
s = δ/K and the growth RK/δ, which takes log(RK/δ)/log(1 + ηγ) steps. So the failure probability
enters the bound, through the same logarithm as the dimension.
"""

from provenscape.kernel import Claim, combine, eq, ge, gt, real

s, R, P, excess, y_N = real("s R P e y_N")
y = s + excess  # |⟨ξ, v⟩|

claim = Claim(
    id="perturbed-descent-escapes-but-for-a-small-probability",
    items=["O-35", "O-39", "O-88", "N-41"],
    says="Except with the probability δ = Ks of a perturbation shorter than s along the escape "
    "direction, growth R/s = RK/δ carries the iterate past R.",
    given={
        "width": gt(s),
        "typical": ge(excess),
        "size": gt(R),
        "grown": ge(P, R / s),
        "law": eq(y_N, P * y),
    },
    then=ge(y_N, R),
    tight=True,
    repairs="perturbed-descent-finds-its-point-for-every-perturbation",
    scope="quadratic saddle, growth P = (1 + ηγ)^N; K by "
    "small-components-have-probability-of-order-root-d; for Lipschitz Hessians Jin et al. (2017), "
    "with LΔ/ε² · log⁴(dLΔ/(ε²δ)) iterations",
)
witness = {s: 1, R: 1, P: 1, excess: 0, y_N: 1}
equality = witness
countermodels = {
    "width": {s: -1, R: 1, P: 0, excess: 0, y_N: 0},
    "typical": witness | {excess: -1, y_N: 0},
    "size": {s: 1, R: -1, P: -1, excess: 1, y_N: -2},
    "grown": witness | {P: 0, y_N: 0},
    "law": witness | {y_N: 0},
}


def proof():
    return combine(claim, using={"law": 1, "grown": y, "typical": R / s})
