"""n independent fair signs are all positive with probability exactly 0.5ⁿ.

Each further sign is positive with probability 1/2 given those before it.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, induct, real

every, power, chance = real("P p h")  # P(all positive), 2ⁿ, P(next positive | all before are)
half = Rational(1, 2)

claim = Claim(
    id="independent-signs-are-all-positive-with-probability-half-to-the-n",
    items=["L-21", "N-25"],
    says="If the signs of the n eigenvalues are independent and fair, all are positive with "
    "probability 0.5ⁿ.",
    given={"independent_and_fair": eq(chance, half)},
    then=Invariant(
        eq(every * power, 1),
        start={every: 1, power: 1},
        update={every: every * chance, power: 2 * power},
    ),
    repairs="fair-signs-are-all-positive-with-probability-half-to-the-n",
    scope="every n; the eigenvalues of a Hessian with independent Gaussian entries are not "
    "independent",
)
witness = {every: 1, power: 1, chance: half}
countermodels = {"independent_and_fair": {every: 1, power: 1, chance: 1}}


def proof():
    law = claim.then
    base = combine(replace(claim, given={}, then=law.relation.subs(law.start)), using={})
    step = combine(
        replace(
            claim, given={**claim.given, "law": law.relation}, then=law.relation.subs(law.update)
        ),
        using={"law": 2 * chance, "independent_and_fair": 2},
    )
    return induct(claim, base, step)
