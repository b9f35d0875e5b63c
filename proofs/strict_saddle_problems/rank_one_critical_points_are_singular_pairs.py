"""For r = 1 a critical point has |u|²|v|² = σᵢ² wherever uᵢ or vᵢ is not zero: one singular pair.

In the singular bases of M, |uvᵀ − M|² = |u|²|v|² − 2 Σ σᵢuᵢvᵢ + |M|². With p = |u|² and q = |v|², a
critical point has quᵢ = σᵢvᵢ and pvᵢ = σᵢuᵢ. Hence (pq − σᵢ²)vᵢ = 0, and (σᵢ² − σⱼ²)vᵢvⱼ = 0: for
distinct σ at most one vᵢ is not zero, so that uvᵀ is 0 or one singular triplet of M. Where M has
null vectors (σᵢ = 0, or rows and columns beyond the square part) they may stand in one of u, v
while the other is 0.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, real

si, sj, ui, uj, vi, vj = real("sigma_i sigma_j u_i u_j v_i v_j")
other_u, other_v, rest = real("other_u other_v rest")
p, q = other_u + ui**2 + uj**2, other_v + vi**2 + vj**2
squared = p * q - 2 * si * ui * vi - 2 * sj * uj * vj + rest
f = function("f", (ui, uj, vi, vj), Rational(1, 2) * squared)

claim = Claim(
    id="rank-one-critical-points-are-singular-pairs",
    says="With r = 1 and distinct singular values, the product uvᵀ at a critical point is 0 or one "
    "singular triplet of M: the list of critical values is complete.",
    items={"N-82": "instance"},
    where={
        (si, sj): "two singular values of M",
        (ui, uj): "the coordinates of u along their left singular vectors",
        (vi, vj): "the coordinates of v along their right singular vectors",
        other_u: "the sum of the squares of all other coordinates of u",
        other_v: "the sum of the squares of all other coordinates of v",
        rest: "what in 2f does not depend on the four coordinates",
    },
    given={f"stationary along {x}": eq(f.partial(x)) for x in f.variables},
    then=(eq((p * q - si**2) * vi), eq((p * q - sj**2) * vj), eq((si**2 - sj**2) * vi * vj)),
    bridges=("singular-value-decomposition",),
    scope="all m and n, r = 1, for any two coordinates in the singular bases of M",
)
zero = dict.fromkeys((si, sj, ui, uj, vi, vj, other_u, other_v, rest), 0)
witness = zero | {si: 2, sj: 1, ui: 2, vi: 1}
points = [witness | {vj: 1}, witness | {ui: 1}]
countermodels = {
    "stationary along u_i": zero | {si: 1, ui: 1, vi: 1, other_v: -1},
    "stationary along v_i": zero | {si: 2, ui: 2, vi: 1, other_u: -3},
    "stationary along u_j": zero | {sj: 1, uj: 1, vj: 1, other_v: -1},
    "stationary along v_j": zero | {sj: 2, uj: 2, vj: 1, other_u: -3},
}


def proof():
    first = combine(claim.part(0), using={"stationary along u_i": si, "stationary along v_i": q})
    second = combine(claim.part(1), using={"stationary along u_j": sj, "stationary along v_j": q})
    both = combine(
        claim.part(2),
        using={
            "stationary along u_i": -si * vj,
            "stationary along v_i": -q * vj,
            "stationary along u_j": sj * vi,
            "stationary along v_j": q * vi,
        },
    )
    return conjoin(claim, [first, second, both])
