"""P(positive definite) ≤ 2⁻ⁿ for matrices with independent, symmetrically distributed entries.

If a matrix of order n + 1 is positive definite, so is its leading block of order n, and its new
diagonal entry is positive (claim a-positive-definite-matrix-has-a-positive-diagonal); these two
are independent, and the second has probability at most 1/2. A diagonal matrix
whose entries have densities attains the bound.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, induct, le, real

definite, power = real("P p")  # P(the block of order n is positive definite), 2ⁿ
entry, rest = real("h w")  # P(new entry > 0), P(the larger is definite | block definite, entry > 0)
half = Rational(1, 2)

claim = Claim(
    id="random-symmetric-matrices-are-positive-definite-with-at-most-half-to-the-n",
    items=["N-25", "N-100"],
    says="A Hessian with independent, symmetrically distributed entries is positive definite with "
    "probability at most 2⁻ⁿ: there minima are exponentially rare.",
    given={
        "entry_probability": ge(entry),
        "symmetric_entry": le(entry, half),
        "conditional_probability": ge(rest),
        "conditional_at_most_one": le(rest, 1),
    },
    then=Invariant(
        ge(definite * power * (1 - definite * power)),
        start={definite: 1, power: 1},
        update={definite: definite * entry * rest, power: 2 * power},
    ),
    repairs="local-minima-are-an-exponentially-small-fraction",
    scope="x (1 − x) ≥ 0 for x = P 2ⁿ, which is 0 ≤ x ≤ 1; every n and every such law, Gaussian or "
    "not; the Hessian of a random quadratic function. "
    "At the critical points of a random function the law of the Hessian is weighted by |det H|, "
    "and its diagonal entries may be correlated",
)
witness = {definite: 1, power: 1, entry: half, rest: 1}
countermodels = {
    "entry_probability": {**witness, entry: -1},
    "symmetric_entry": {**witness, entry: 1},
    "conditional_probability": {**witness, rest: -1},
    "conditional_at_most_one": {**witness, rest: 2},
}


def proof():
    law = claim.then
    base = combine(replace(claim, given={}, then=law.relation.subs(law.start)), using={})
    factor, square = 2 * entry * rest, (definite * power) ** 2
    step = combine(
        replace(
            claim, given={**claim.given, "law": law.relation}, then=law.relation.subs(law.update)
        ),
        using={
            "law": factor,
            "conditional_at_most_one": factor * square,
            "symmetric_entry": 2 * factor * square * rest,
        },
    )
    return induct(claim, base, step)
