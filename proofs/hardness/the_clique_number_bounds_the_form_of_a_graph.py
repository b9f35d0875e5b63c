"""The form of a graph's non-edges on the positive orthant is bounded by the largest clique.

Let ω be the number of vertices of a largest clique, u ≥ 0, and Q(u) = Σ u_i² + 2 Σ u_i u_j, the
second sum over the pairs that are not adjacent. If u_i, u_j > 0 for some such pair, let p = u_i and
s = u_j: as long as their sum is kept, Q is (p + s)² + 2(bp + cs) + r, which is linear in p, so that
it is no larger at one of the ends p = 0 and s = 0. There the sum is the same and one coordinate
less is positive; after finitely many moves no such pair is left, the k coordinates that are
positive belong to a clique, k ≤ ω, and k Σ u_i² ≥ (Σ u_i)². Hence ωQ(u) ≥ (Σ u_i)². On a clique of
ω vertices, u = 1 there, Q = ω and the sum is ω: equality. (Motzkin & Straus 1965.)
"""

from provenscape.kernel import (
    Claim,
    Invariant,
    combine,
    conjoin,
    eq,
    function,
    ge,
    induct,
    le,
    real,
)

p, s, b, c, r, u, u_1 = real("p s b c r u u_1")
k, U, Q = real("k U Q")
form = function("q", (p, s), (p + s) ** 2 + 2 * (b * p + c * s) + r)

claim = Claim(
    id="the-clique-number-bounds-the-form-of-a-graph",
    says="Moving weight between two vertices that are not adjacent changes Σ u_i² + 2 Σ u_i "
    "u_j, over the pairs not adjacent, linearly, so that it can all be moved to a clique "
    "without raising the form, and there k Σ u_i² ≥ (Σ u_i)²: the form is at least (Σ "
    "u_i)²/ω for u ≥ 0.",
    items={"O-81": "instance"},
    where={
        b: "the weight of the other vertices that are not adjacent to the first",
        c: "that of the other vertices that are not adjacent to the second",
        r: "what the form has without the two vertices",
        u: "the weight of the next vertex of the clique",
        u_1: "the weight of the first vertex of the clique",
        k: "the number of vertices so far",
        U: "the sum of their weights",
        Q: "the sum of the squares of their weights",
    },
    given={},
    then=(
        eq((p + s) * form(p, s), s * form(0, p + s) + p * form(p + s, 0)),
        Invariant(
            (ge(k, 1), le(U**2, k * Q)),
            start={k: 1, U: u_1, Q: u_1**2},
            update={k: k + 1, U: U + u, Q: Q + u**2},
            fixed=(p, s, b, c, r),
        ),
    ),
    proves="motzkin-straus",
    scope="every graph: two vertices that are not adjacent, and a clique of any size",
)
witness = [{p: 1, s: 2, b: 1, c: 0, r: 3, u_1: 1, u: 1}, {u: 2}, {u: 3}]


def proof():
    linear = combine(claim.part(0), using={})
    clique = claim.part(1)
    more = combine(clique.at_next_state(0), {"invariant.0": 1}, [(1, 1)])
    cauchy = combine(
        clique.at_next_state(1),
        {"invariant.1": k + 1},
        [(1, k * u - U)],
        scale=k,
    )
    return conjoin(claim, [linear, induct(clique, (None, None), (more, cauchy))])
