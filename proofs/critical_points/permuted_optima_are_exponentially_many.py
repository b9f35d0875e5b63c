"""k distinct components have k! ≥ 2^(k−1) orderings, all equally optimal: exponentially many.

One component after another is added to one: the number of orderings is multiplied by the new
number of components, which is at least 2, so that k!/2^(k−1) never falls below 1.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, induct, real

quotient, count = real("quotient count")  # k!/2^(k−1), and the number after one more is added

claim = Claim(
    id="permuted-optima-are-exponentially-many",
    items=["E-23"],
    says="A solution with k distinct components has k! ≥ 2^(k−1) orderings, all equally optimal.",
    given={"at_least_two": ge(count, 2)},
    then=Invariant(
        ge(quotient, 1),
        start={quotient: 1},
        update={quotient: quotient * count / 2},
    ),
    repairs="all-optima-are-permutations-of-one",
    scope="quotient = k!/2^(k−1); the orderings differ since the components do, and a symmetric "
    "objective has one value at all of them; there may be further optima",
)
witness = {quotient: 1, count: 2}
countermodels = {"at_least_two": {quotient: 1, count: 1}}
tripled = {quotient: quotient * count / 3}
mutants = [("3^(k-1) orderings", replace(claim, then=replace(claim.then, update=tripled)))]


def proof():
    bound = claim.then
    base = combine(replace(claim, given={}, then=bound.relation.subs(bound.start)), using={})
    step = combine(
        replace(
            claim,
            given={**claim.given, "the invariant": bound.relation},
            then=bound.relation.subs(bound.update),
        ),
        using={"the invariant": 1, "at_least_two": quotient * Rational(1, 2)},
    )
    return induct(claim, base, step)
