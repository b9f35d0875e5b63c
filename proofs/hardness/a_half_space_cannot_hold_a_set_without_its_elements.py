"""A half-space that holds the origin and a sum of unit vectors holds one of these: set splitting.

For a collection of subsets c of {1, …, n} let the origin and the vectors Σ_{i∈c} e_i be positive
examples and e_1, …, e_n negative ones, for two threshold units ⟨w, x⟩ + b > 0 and a conjunction as
output. If they classify all rightly, colour i by a unit that rejects e_i. Were all of c of one
colour, then that unit, with b > 0, would have w_i + b ≤ 0 for all i ∈ c, and so Σ_{i∈c} w_i + b ≤
0, against the example of c: no set of the collection is of one colour. Conversely, from two colours
that split every set the weights −1 for the unit's own colour, n for the other, and b = 1/2 do for
each unit, since a set has an element of the other colour: n − (n − 1) + 1/2 > 0. To decide whether
a collection can be split is NP-complete, hence so is whether the network can be trained without
error (Blum & Rivest 1992). Where the output may be any threshold unit, a disjunction learns every
such sample of sets with two elements or more; three more inputs with six more examples rule out all
but the conjunction. The units are thresholds, not ReLUs, and there are three of them.
"""

from provenscape.kernel import Claim, Invariant, combine, gt, induct, le, real

w, b, w_1, S = real("w b w_1 S")

claim = Claim(
    id="a-half-space-cannot-hold-a-set-without-its-elements",
    says="If ⟨w, x⟩ + b > 0 holds at the origin but at no e_i, i ∈ c, then it does not hold at "
    "Σ_{i∈c} e_i: two threshold units joined by a conjunction that accept the sets and the "
    "origin and reject all e_i split every set, so that to train three threshold units is "
    "NP-hard.",
    items={"O-86": "instance"},
    where={
        w: "the weight of the next element of the set",
        w_1: "the weight of the first element of the set",
        b: "the bias of the unit",
        S: "the sum of the weights of the elements so far",
    },
    given={
        "holds_the_origin": gt(b),
        "not_the_first": le(w_1 + b, 0),
        "not_the_next": le(w + b, 0),
    },
    then=Invariant(le(S + b, 0), start={S: w_1}, update={S: S + w}),
    bridges=("set-splitting-is-np-complete",),
    scope="sets of every size; threshold units, of which one is looked at",
)
witness = [{b: 1, w_1: -1, w: -2}, {w: -1}, {w: -3}]
countermodels = {
    "holds_the_origin": [{b: -3, w_1: 2, w: 2}, {w: 2}, {w: 2}],
    "not_the_first": [{b: 1, w_1: 1, w: -1}, {w: -1}, {w: -1}],
    "not_the_next": [{b: 1, w_1: -1, w: 5}, {w: 5}, {w: 5}],
}


def proof():
    step = combine(
        claim.at_next_state(), {"invariant": 1, "not_the_next": 1, "holds_the_origin": 1}
    )
    return induct(claim, None, step)
