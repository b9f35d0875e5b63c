"""From y₁ = m y₀ with the smaller growth factor m momentum converges to the saddle, off the axis.

Along curvature −γ momentum has y⁺ = (1 + β + s)y − βy₋ with s = ηγ; its growth factors are the
roots of z² − (1 + β + s)z + β. The smaller one, m, has sm = (1 − m)(β − m), so that 0 < m < β if
s > 0. A ball thrown up the slope with just that velocity stops at the top: without noise the set
of states that end at the saddle is a plane, not the axis alone.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, gt, induct, real

beta, s, m = real("beta s m")
y, before, first = real("y y_before y_0")

claim = Claim(
    id="momentum-may-be-thrown-into-the-saddle",
    items=["L-33"],
    says="Momentum has starts with y ≠ 0 and a velocity towards the saddle of x² − y² from which y "
    "is multiplied by the same m < β at every step: it goes to the saddle and does not leave.",
    given={"smaller_root": eq(s * m, (1 - m) * (beta - m)), "nonzero": gt(m)},
    then=Invariant(
        eq(y, m * before),
        start={y: m * first, before: first},
        update={y: (1 + beta + s) * y - beta * before, before: y},
    ),
    scope="constant η and β, quadratic saddle, s = ηγ; m < β where s > 0, and for every s > 0 and "
    "0 < β < 1 there is such an m, since (1 − m)(β − m)/m falls from ∞ to 0 on (0, β]",
)
witness = {beta: Rational(1, 2), s: Rational(3, 4), m: Rational(1, 4), first: 1, y: Rational(1, 4)}
witness[before] = 1
countermodels = {"smaller_root": witness | {s: 1}}
mutants = [
    (
        "plain descent",
        replace(
            claim,
            then=replace(claim.then, update={y: (1 + s) * y, before: y}),
        ),
    )
]


def proof():
    law = claim.then
    base = combine(replace(claim, then=law.relation.subs(law.start)), using={})
    step = combine(
        replace(
            claim, given={**claim.given, "law": law.relation}, then=law.relation.subs(law.update)
        ),
        using={"law": beta / m, "smaller_root": y / m},
    )
    return induct(claim, base, step)
