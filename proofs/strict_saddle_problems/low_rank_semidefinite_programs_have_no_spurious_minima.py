"""min ⟨C, YYᵀ⟩ with ⟨Aᵢ, YYᵀ⟩ = bᵢ, p(p + 1)/2 > m: second-order points are optimal, almost always.

Let λ be the multipliers at a critical Y and S = C − Σ λᵢAᵢ, so that SY = 0. If Yb = 0 with b ≠ 0,
then xbᵀ is tangent to the constraints for every x, and along it the Lagrangian ⟨S, YYᵀ⟩ has the
second derivative 2|b|² xᵀSx: so S ⪰ 0, and ⟨C, X⟩ − ⟨C, YYᵀ⟩ = ⟨S, X⟩ ≥ 0 for every feasible X ⪰ 0.
If instead Y has rank p, then S has a rank k ≤ n − p, and C = S + Σ λᵢAᵢ lies in a set of dimension
nk − k(k − 1)/2 + m, less than n(n + 1)/2, which is null. Boumal, Voroninski & Bandeira (2016,
2020); below that p it fails for some open set of C (Waldspurger & Waters 2020).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, le, lt, real

cost, other, dual, form, length, cross, t = real("cost other dual form length cross t")
n, p, k, m = real("n p k m")
half = Rational(1, 2)
phi = function("phi", (t,), dual + 2 * t * cross + t**2 * length * form)

claim = Claim(
    id="low-rank-semidefinite-programs-have-no-spurious-minima",
    says="To minimise ⟨C, YYᵀ⟩ over n × p matrices with m constraints ⟨Aᵢ, YYᵀ⟩ = bᵢ of "
    "independent gradients: a second-order critical point Y of rank below p is a global minimum, "
    "of the semidefinite program too, and if p(p + 1)/2 > m, then for almost every C there is no "
    "critical point of rank p.",
    items={},
    where={
        cost: ("the cost of Y", r"\operatorname{tr}CYY^\top"),
        other: ("the cost of another feasible X ⪰ 0", r"\operatorname{tr}CX"),
        dual: ("the multipliers' value", r"\lambda^\top b"),
        form: (
            "the sum of xᵀSx over the columns x of a matrix F with FFᵀ = X",
            r"\operatorname{tr}SX",
        ),
        length: ("the squared length of a null vector b of Y", "|b|^2"),
        cross: ("the sum of xᵀSYb over the same x, which is 0 as SY = 0", r"\sum x^\top SYb"),
        t: "how far Y is moved along xbᵀ",
        (n, p): "the sizes of Y",
        k: "a rank that S can have if Y has rank p",
        m: "the number of constraints",
    },
    given={
        "second_order": ge(phi.partial(t, t, at=(0,))),
        "null_vector": gt(length),
        "critical": eq(cost, dual),
        "feasible": eq(other, dual + form),
        "rank_of_S": le(k, n - p),
        "columns": ge(p),
        "enough_columns": gt(p * (p + 1) / 2, m),
    },
    then=(ge(other, cost), lt(n * k - k * (k - 1) / 2 + m, n * (n + 1) / 2)),
    facts={"second_order": "second-order-necessary-condition-with-constraints"},
    bridges=(
        "symmetric-matrices-of-one-rank-form-a-manifold",
        "images-of-lower-dimension-are-null",
    ),
    scope="all n, p, m, C and A; φ(t) sums over the columns x the Lagrangian ⟨S, YYᵀ⟩ + λᵀb at "
    "Y + txbᵀ, up to its constant; the second part compares the dimension of the costs with a "
    "critical point of rank p to that of all costs",
)
witness = {cost: 1, other: 2, dual: 1, form: 1, length: 1, cross: 0, n: 2, p: 1, k: 1, m: 0}
countermodels = {
    "second_order": witness | {form: -1, other: 0},
    "null_vector": witness | {length: 0, form: -1, other: 0},
    "critical": witness | {cost: 9},
    "feasible": witness | {other: 0},
    "rank_of_S": witness | {k: 2},
    "enough_columns": witness | {m: 1},
}


def proof():
    optimal = combine(
        claim.part(0),
        using={"second_order": half, "critical": -length, "feasible": length},
        scale=length,
    )
    # n(n + 1)/2 − nk + k(k − 1)/2 − p(p + 1)/2 = d(2p + 1)/2 + d²/2 with d = n − p − k
    few = combine(
        claim.part(1),
        using={"enough_columns": 1, "rank_of_S": p + half},
        squares=[(half, n - p - k)],
    )
    return conjoin(claim, [optimal, few])
