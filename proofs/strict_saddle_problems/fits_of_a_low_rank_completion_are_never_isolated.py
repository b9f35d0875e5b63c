"""At a fit of any completion loss the curvature along (U, −V) is 0: whatever mask, sizes and rank.

An entry w = ⟨uᵢ, vⱼ⟩ of UVᵀ with residual ρ adds (⟨dU, V⟩ + ⟨U, dV⟩)² + 2ρ⟨dU, dV⟩ to the
curvature; along dU = U, dV = −V that is (w − w)² − 2ρw, and ρ = 0 at a fit. The curve
(eᵗU, e⁻ᵗV) keeps the product.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, gt, real

w, entry, moved_u, moved_v, both, length2 = real("w entry moved_u moved_v both length2")
residual = w - entry
curvature = (moved_u + moved_v) ** 2 + 2 * residual * both

claim = Claim(
    id="fits-of-a-low-rank-completion-are-never-isolated",
    items=["O-29"],
    says="Wherever UVᵀ fits the observed entries and is not 0, the Hessian of the completion loss "
    "is singular, whatever was observed: its minimisers come in orbits.",
    given={
        "fit": eq(residual),
        "first factor moved by itself": eq(moved_u, w),
        "second factor moved by its negative": eq(moved_v, -w),
        "not zero": gt(length2),
    },
    then=(eq(curvature), gt(length2)),
    scope="every mask, size and rank, entry by entry: the curvature is the sum over the observed "
    "entries, length2 is |U|² + |V|²",
)
witness = {w: 1, entry: 1, moved_u: 1, moved_v: -1, both: -1, length2: 2}
countermodels = {
    "fit": witness | {entry: 0},
    "first factor moved by itself": witness | {moved_u: 0},
    "second factor moved by its negative": witness | {moved_v: 0},
    "not zero": dict.fromkeys(witness, 0),
}


def proof():
    path = {
        "first factor moved by itself": moved_u + moved_v,
        "second factor moved by its negative": moved_u + moved_v,
        "fit": 2 * both,
    }
    return conjoin(
        claim, [combine(claim.part(0), using=path), combine(claim.part(1), using={"not zero": 1})]
    )
