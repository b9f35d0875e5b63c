"""k distinct components have k! ≥ 2^(k−1) orderings: exponentially many.

One component after another is added to one: the number of orderings is multiplied by the new
number of components, which is at least 2. The orderings differ since the components do, and a
symmetric objective has one value at all of them: if one is optimal, there are exponentially many
optima that are permutations of one solution. There may be further ones, as of the network u₁v₁ +
u₂v₂ with label 1, optimal at (1, 1, 0, 0) and at (1, 1, 1, 0).
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, ge, induct, real

k, orderings, power = real("k orderings power")

claim = Claim(
    id="permuted-optima-are-exponentially-many",
    says="k distinct components have k! ≥ 2^(k−1) orderings. If the objective is symmetric and "
    "one of them is optimal, all are.",
    items={"E-23": "whole"},
    where={
        k: "the number of components",
        orderings: ("their number of orderings", "k!"),
        power: ("a power of two", "2^{k-1}"),
    },
    given={},
    then=Invariant(
        (ge(orderings, power), ge(k, 1), ge(power)),
        start={k: 1, orderings: 1, power: 1},
        update={k: k + 1, orderings: (k + 1) * orderings, power: 2 * power},
    ),
    scope="every number k ≥ 1 of components; the count; equal values are the assumed symmetry",
)
tripled = dict(claim.then.update) | {power: 3 * power}
mutants = [("3^(k-1) orderings", replace(claim, then=replace(claim.then, update=tripled)))]


def proof():
    more = combine(claim.at_next_state(0), using={"invariant.0": k + 1, "invariant.1": power})
    one_more = combine(claim.at_next_state(1), using={"invariant.1": 1}, squares=[(1, 1)])
    doubled = combine(claim.at_next_state(2), using={"invariant.2": 2})
    return induct(claim, (None, None, None), (more, one_more, doubled))
