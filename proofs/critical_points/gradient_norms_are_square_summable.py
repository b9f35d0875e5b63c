"""On an L-smooth function bounded below, steps η < 2/L make the gradients square-summable.

Each step gains η(1 − Lη/2)‖∇f‖², and the gains add up to no more than f(x₀) − inf f; so
∇f(x_t) → 0. Nesterov (2004), Section 1.2.3. With c the gain's factor, the invariant is
(current gap) + c·(sum of squared gradient norms) ≤ (first gap).
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, induct, le, real

c, gap, gap_next, grad2, total, first_gap = real("c gap gap_next grad2 total first_gap")

claim = Claim(
    id="gradient-norms-are-square-summable",
    items=["O-02"],
    says="On a smooth function bounded below, with a step below 2/L, the squared gradient norms "
    "have a finite sum, so the gradient tends to zero.",
    given={"gain": le(gap_next, gap - c * grad2)},
    then=Invariant(
        le(gap + c * total, first_gap),
        start={gap: first_gap, total: 0},
        update={gap: gap_next, total: total + grad2},
    ),
    repairs="gradient-norm-always-tends-to-zero",
    scope="c = η(1 − Lη/2) > 0 by gradient-step-gains; gap = f − inf f ≥ 0 bounds the sum by "
    "first_gap/c",
)
witness = {c: 1, gap: 2, gap_next: 1, grad2: 1, total: 0, first_gap: 2}
countermodels = {"gain": witness | {gap_next: 2}}


def proof():
    bound = claim.then
    base = combine(replace(claim, given={}, then=bound.relation.subs(bound.start)), using={})
    step = combine(
        replace(
            claim,
            given={**claim.given, "the invariant": bound.relation},
            then=bound.relation.subs(bound.update),
        ),
        using={"gain": 1, "the invariant": 1},
    )
    return induct(claim, base, step)
