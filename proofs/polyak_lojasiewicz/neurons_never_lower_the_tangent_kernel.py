"""Adding neurons never lowers λ_min of the tangent kernel.

Each neuron adds a Gram term JJᵀ to K, so rᵀK₁r = rᵀK₀r + ‖Jᵀr‖² ≥ λ_min(K₀)‖r‖². The statement
holds at given weights with no factor that depends on the width. What depth does depends on the
weights (network-chain-kernel-changes-with-depth).
"""

from provenscape.kernel import Claim, combine, eq, ge, real

mu, r2, narrow, wide, added = real("mu r2 narrow wide added")

claim = Claim(
    id="neurons-never-lower-the-tangent-kernel",
    says="At given weights a lower bound of the tangent kernel stays one when neurons are added.",
    items={"O-57": "part width"},
    where={
        mu: "a lower bound of the eigenvalues of K₀, the kernel without the new neurons",
        r2: ("the squared norm of a residual r", r"\|r\|^2"),
        narrow: ("the form of K₀ at r", r"r^\top K_0 r"),
        wide: ("the form of K₁, the kernel with them, at r", r"r^\top K_1 r"),
        added: ("the squared norm of Jᵀr, J their Jacobian", r"\|J^\top r\|^2"),
    },
    given={
        "narrow_kernel": ge(narrow, mu * r2),
        "sum_of_kernels": eq(wide, narrow + added),
        "gram": ge(added),
    },
    then=ge(wide, mu * r2),
    tight=True,
    repairs="network-pl-constant-falls-with-width",
    about="the tangent kernel of a network as neurons are added",
    scope="squared loss, weights kept, no factor that depends on the width: with a factor 1/m in "
    "front, K is an average over the neurons and may rise or fall",
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
