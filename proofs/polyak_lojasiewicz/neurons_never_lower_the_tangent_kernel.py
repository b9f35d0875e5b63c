"""Adding neurons never lowers λ_min of the tangent kernel; what depth does depends on the weights.

Each neuron adds a Gram term JJᵀ to K, so rᵀK₁r = rᵀK₀r + ‖Jᵀr‖² ≥ λ_min(K₀)‖r‖². The statement
holds at given weights with no factor that depends on the width.
"""

from provenscape.kernel import Claim, combine, eq, ge, real

mu, r2, narrow, wide, added = real("mu r2 narrow wide added")  # ‖r‖², rᵀK₀r, rᵀK₁r, ‖Jᵀr‖²

claim = Claim(
    id="neurons-never-lower-the-tangent-kernel",
    items=["O-57"],
    says="At given weights the smallest eigenvalue of the tangent kernel does not fall when "
    "neurons are added; what depth does depends on the size of the weights.",
    given={
        "narrow_kernel": ge(narrow, mu * r2),
        "sum_of_kernels": eq(wide, narrow + added),
        "gram": ge(added),
    },
    then=ge(wide, mu * r2),
    tight=True,
    repairs="network-pl-constant-falls-with-width",
    scope="squared loss, weights kept, no factor that depends on the width: with a factor 1/m in "
    "front, K is an average over the neurons and may rise or fall; depth: "
    "network-chain-kernel-changes-with-depth",
)
witness = {mu: 1, r2: 1, narrow: 1, wide: 1, added: 0}
equality = witness
countermodels = {
    "narrow_kernel": {mu: 2, r2: 1, narrow: 1, wide: 1, added: 0},
    "sum_of_kernels": {mu: 1, r2: 1, narrow: 1, wide: 0, added: 0},
    "gram": {mu: 1, r2: 1, narrow: 1, wide: 0, added: -1},
}


def proof():
    return combine(claim, using={"narrow_kernel": 1, "sum_of_kernels": 1, "gram": 1})
