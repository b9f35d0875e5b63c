"""At a fit of any completion loss the curvature along (U, −V) is 0: whatever mask, sizes and rank.

At U + tU, V − tV an entry w = ⟨uᵢ, vⱼ⟩ of UVᵀ becomes (1 − t²)w, so that each observed entry m adds
½((1 − t²)w − m)² to the loss. Its second derivative at t = 0 is −2w(w − m), which is 0 at a fit,
w = m, and so is the sum over the observed entries. So the Hessian is not definite at a fit with
UVᵀ ≠ 0, where (U, −V) is not 0: the strict saddle property, which asks that of a minimum, fails for
completion whatever was observed. (The curve (eᵗU, e⁻ᵗV) keeps the product.)
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, function, induct, real

w, m, t, curvature = real("w m t curvature")
phi = function("phi", (t,), Rational(1, 2) * ((1 + t) * (1 - t) * w - m) ** 2)

claim = Claim(
    id="fits-of-a-low-rank-completion-have-no-definite-hessian",
    says="Where UVᵀ fits the observed entries, however many and of whatever matrix, the completion "
    "loss has no curvature along (U, −V): if UVᵀ is not 0, its Hessian is not positive definite.",
    items={"O-29": "instance"},
    where={
        w: ("the next entry of the product of the factors", r"(UV^\top)_{ij}"),
        m: ("the observed entry", "M_{ij}"),
        curvature: "the curvature of the loss along (U, −V), as far as summed over the entries",
    },
    given={"fit": eq(w, m)},
    then=Invariant(
        eq(curvature),
        start={curvature: 0},
        update={curvature: curvature + phi.partial(t, t, at=(0,))},
    ),
    scope="every mask, size and rank, one observed entry after another; φ(t) is what an entry adds "
    "to the loss at U + tU, V − tV",
)
witness = [{w: 1, m: 1}, {w: 2, m: 2}, {w: 3, m: 3}]
countermodels = {"fit": [{w: 1, m: 0}, {w: 1, m: 1}]}


def proof():
    return induct(
        claim, None, combine(claim.at_next_state(), using={"invariant": 1, "fit": -2 * w})
    )
