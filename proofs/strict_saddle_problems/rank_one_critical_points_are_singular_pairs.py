"""For r = 1 a critical point has |u|²|v|² = σᵢ² wherever uᵢ or vᵢ is not zero: one singular pair.

In the singular bases of M, with p = |u|² and q = |v|², a critical point has quᵢ = σᵢvᵢ and
pvᵢ = σᵢuᵢ. Hence (pq − σᵢ²)vᵢ = 0, and (σᵢ² − σⱼ²)vᵢvⱼ = 0: for distinct σ at most one vᵢ is not
zero, so that uvᵀ is 0 or one singular triplet of M. Where M has null vectors (σᵢ = 0, or rows and
columns beyond the square part) they may stand in one of u, v while the other is 0.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, real

p, q, si, sj, ui, uj, vi, vj = real("p q sigma_i sigma_j u_i u_j v_i v_j")

claim = Claim(
    id="rank-one-critical-points-are-singular-pairs",
    items=["N-82"],
    says="With r = 1 and distinct singular values, the product uvᵀ at a critical point is 0 or one "
    "singular triplet of M: the list of critical values is complete.",
    given={
        "slope_along_u_i": eq(q * ui, si * vi),
        "slope_along_v_i": eq(p * vi, si * ui),
        "slope_along_u_j": eq(q * uj, sj * vj),
        "slope_along_v_j": eq(p * vj, sj * uj),
    },
    then=(eq((p * q - si**2) * vi), eq((p * q - sj**2) * vj), eq((si**2 - sj**2) * vi * vj)),
    scope="all m and n, r = 1, for any two coordinates in the singular bases of M",
)
witness = {p: 4, q: 1, si: 2, sj: 1, ui: 2, vi: 1, uj: 0, vj: 0}
points = [witness | {vj: 1}, witness | {ui: 1}]
still = dict.fromkeys((p, q, si, sj, ui, uj, vi, vj), 0)
countermodels = {
    "slope_along_u_i": still | {si: 1, p: 1, ui: 1, vi: 1},
    "slope_along_v_i": still | {q: 1, p: 1, si: 2, vi: 1, ui: 2},
    "slope_along_u_j": still | {sj: 1, p: 1, uj: 1, vj: 1},
    "slope_along_v_j": still | {q: 1, p: 1, sj: 2, vj: 1, uj: 2},
}


def proof():
    first = combine(claim.part(0), using={"slope_along_u_i": si, "slope_along_v_i": q})
    second = combine(claim.part(1), using={"slope_along_u_j": sj, "slope_along_v_j": q})
    both = combine(
        claim.part(2),
        using={
            "slope_along_u_i": -si * vj,
            "slope_along_v_i": -q * vj,
            "slope_along_u_j": sj * vi,
            "slope_along_v_j": q * vi,
        },
    )
    return conjoin(claim, [first, second, both])
