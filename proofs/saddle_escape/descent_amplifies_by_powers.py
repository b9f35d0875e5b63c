"""t steps multiply the unstable component by (1 + ηγ)^t: more than 1, at most e^(ηγ) a step.

e^s ≥ 1 + s is the tangent of the exponential at 0; equality holds in the limit of short steps only.
"""

from dataclasses import replace

from sympy import exp

from provenscape.kernel import (
    Claim,
    Invariant,
    combine,
    conjoin,
    eq,
    ge,
    gt,
    induct,
    real,
    series,
)

eta, gamma, a, first, P = real("eta gamma a a_0 P")
s = eta * gamma

claim = Claim(
    id="descent-amplifies-by-powers",
    items=["O-33"],
    says="t steps of gradient descent multiply the component along the eigenvector for −γ by "
    "(1 + ηγ)^t, with a factor above 1 and at most e^(ηγ).",
    given={"step": gt(eta), "curvature": gt(gamma)},
    then=(
        Invariant(
            eq(a, first * P),
            start={a: first, P: 1},
            update={a: a - eta * (-gamma * a), P: (1 + s) * P},
        ),
        gt(1 + s, 1),
        ge(exp(s), 1 + s),
    ),
    repairs="descent-amplifies-by-the-matrix-exponential",
    scope="a quadratic function, along whose eigenvector the derivative is −γa; P = (1 + ηγ)^t",
)
witness = {eta: 1, gamma: 1, a: 2, first: 2, P: 1}
countermodels = {"step": witness | {eta: 0}, "curvature": witness | {gamma: 0}}


def proof():
    part = claim.part(0)
    law = part.then
    base = combine(replace(part, then=law.relation.subs(law.start)), using={})
    given = {**part.given, "law": law.relation}
    step = combine(
        replace(part, given=given, then=law.relation.subs(law.update)), using={"law": 1 + s}
    )
    grows = combine(claim.part(1), using={"step": gamma})
    tangent = series(claim.part(2), exp, s, 1)
    return conjoin(claim, [induct(part, base, step), grows, tangent])
