"""|WX − Y|² is |(W − Ŵ)X|² plus a constant, with Ŵ a least-squares solution, for every X and Y.

The normal equations (ŴX − Y)Xᵀ = 0, which always have a solution, make ŴX − Y orthogonal to
(W − Ŵ)X. With X = QZ, Q of full column rank and ZZᵀ = I, what is left is |WQ − ŴQ|², and W₁ ↦ W₁Q
is linear, onto and open. So a linear network with the squared loss is |W_k ⋯ W₁ − M|² with M = ŴQ:
local minima, critical points and directions of curvature carry over, whatever the ranks of X
and Y.
"""

from provenscape.kernel import Claim, combine, eq, real

fit, cross, rest = real("fit cross rest")  # |(W − Ŵ)X|², ⟨(W − Ŵ)X, ŴX − Y⟩, |ŴX − Y|²

claim = Claim(
    id="the-data-of-a-linear-network-reduce-to-a-target",
    items=["N-47", "N-48", "N-51"],
    says="The squared loss of a linear network is the distance of the product of its layers from "
    "one matrix, plus a constant: no rank assumption on the data is needed for that.",
    given={"normal_equations": eq(cross)},
    then=eq(fit + 2 * cross + rest, fit + rest),
    scope="all widths, depths, X and Y, over Frobenius products; |WX − Y|² is expanded around Ŵ",
)
witness = {fit: 4, cross: 0, rest: 1}
countermodels = {"normal_equations": witness | {cross: 1}}


def proof():
    return combine(claim, using={"normal_equations": 2})
