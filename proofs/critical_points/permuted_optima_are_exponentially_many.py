"""k distinct components have k! ≥ 2^(k−1) orderings, all equally optimal: exponentially many.

Induction on k: (k + 1)! = (k + 1)·k! and 2^k = 2·2^(k−1), with k + 1 ≥ 2.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, ge, induct, real

k, factorial, power = real("k factorial power")

claim = Claim(
    id="permuted-optima-are-exponentially-many",
    items=["E-23"],
    says="A solution with k distinct components has at least 2^(k−1) equivalent orderings.",
    given={"from_one": ge(k, 1), "power": ge(power)},
    then=Invariant(
        ge(factorial, power),
        start={k: 1, factorial: 1, power: 1},
        update={k: k + 1, factorial: (k + 1) * factorial, power: 2 * power},
    ),
    repairs="all-optima-are-permutations-of-one",
    scope="factorial = k! and power = 2^(k−1); the orderings differ since the components do",
)
witness = {k: 1, factorial: 1, power: 1}
triple = {**claim.then.update, power: 3 * power}
mutants = [("3^(k-1) orderings", replace(claim, then=replace(claim.then, update=triple)))]


def proof():
    bound = claim.then
    base = combine(replace(claim, given={}, then=bound.relation.subs(bound.start)), using={})
    step = combine(
        replace(
            claim,
            given={**claim.given, "the invariant": bound.relation},
            then=bound.relation.subs(bound.update),
        ),
        using={"the invariant": 1 + k, "from_one": power},
    )
    return induct(claim, base, step)
