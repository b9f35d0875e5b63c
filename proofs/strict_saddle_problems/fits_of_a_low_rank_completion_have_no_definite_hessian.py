"""At a fit of any completion loss the curvature along (U, −V) is 0: whatever mask, sizes and rank.

At U + tU, V − tV an entry w = ⟨uᵢ, vⱼ⟩ of UVᵀ becomes (1 − t²)w, so that each observed entry m adds
½((1 − t²)w − m)² to the loss. Its second derivative at t = 0 is −2w(w − m), which is 0 at a fit,
w = m; the curvature of the loss is the sum over the observed entries. So the Hessian is not
definite at a fit, unlike what the strict saddle property asks of a minimum; this is no instance of
that. (The curve (eᵗU, e⁻ᵗV) keeps the product.)
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, function, real

w, m, t = real("w m t")
phi = function("phi", (t,), Rational(1, 2) * ((1 + t) * (1 - t) * w - m) ** 2)

claim = Claim(
    id="fits-of-a-low-rank-completion-have-no-definite-hessian",
    says="Wherever UVᵀ fits the observed entries and is not 0, the Hessian of the completion loss "
    "has no curvature along (U, −V), whatever was observed: it is not positive definite.",
    items={},
    where={
        w: ("an entry of the product of the factors", r"(UV^\top)_{ij}"),
        m: ("the observed entry", "M_{ij}"),
    },
    given={"fit": eq(w, m)},
    then=eq(phi.partial(t, t, at=(0,))),
    scope="every mask, size and rank; φ(t) is what an observed entry adds to the loss at U + tU, "
    "V − tV, and the curvature of the loss is the sum over these entries",
)
witness = {w: 1, m: 1}
countermodels = {"fit": {w: 1, m: 0}}
points = [witness]


def proof():
    return combine(claim, using={"fit": -2 * w})
