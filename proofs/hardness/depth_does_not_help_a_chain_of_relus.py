"""A chain of one ReLU a layer without biases computes a multiple of its first unit, and no more.

Let y_1 = r = max(0, ⟨w, x⟩) and y_{l+1} = max(0, v_l y_l). As y_l ≥ 0, max(0, v y) = max(0, v) y,
so that y_l = c_l r with c_l = Π max(0, v) ≥ 0, which does not depend on the input x; and c r is the
unit with weights c w. So a chain of any depth computes just what one unit computes, the least loss
on a sample is the same, and a chain with v = 1 attains it: whoever can find the least training loss
of deep networks of width one and a fixed depth can find that of one ReLU, which is NP-hard. From
weights of the chain those of the unit are read off in polynomial time, so that to find them is as
hard. This is the least of deep networks: with biases relu(1 − relu(x)), which is 1, 1, 0, 0 at −1,
0, 1, 2, is no unit. For wider ones see the papers: two hidden layers (Boob et al. 2018).
"""

from provenscape.kernel import Claim, Invariant, combine, eq, ge, induct, le, real

r, v, p, y, y_next, c = real("r v p y y_next c")

claim = Claim(
    id="depth-does-not-help-a-chain-of-relus",
    says="A network of one ReLU a layer without biases, of any depth, computes c·max(0, ⟨w, x⟩) "
    "with c ≥ 0 the same for all inputs, as one ReLU with weights cw does: its least training loss "
    "is that of one ReLU, which is NP-hard to find.",
    items={"O-86": "instance"},
    where={
        r: "the output of the first unit on an input",
        v: "the weight of the next layer",
        p: "the positive part of that weight",
        y: "the output of the layers so far on that input",
        y_next: ("the output of the next layer, the positive part of vy", "y^+"),
        c: "the product of the positive parts of the weights so far, the same for all inputs",
    },
    given={
        "output_of_a_relu": ge(r),
        "positive_part": ge(p),
        "not_below_v": ge(p, v),
        "one_of_the_two": eq(p * (p - v)),
        "output": ge(y_next),
        "not_below_vy": ge(y_next, v * y),
        "zero_or_vy": eq(y_next * (y_next - v * y)),
    },
    then=Invariant(
        (ge(y), ge(c), le((y - c * r) ** 2, 0)),
        start={y: r, c: 1},
        update={y: y_next, c: p * c},
    ),
    bridges=("partition-is-np-complete",),
    scope="every depth and every input; one unit a layer, no biases",
)
same = {r: 2, v: 1, p: 1, y_next: 2}
witness = [same | {v: 3, p: 3, y_next: 6}, {v: -1, p: 0, y_next: 0}, {v: 1, p: 1, y_next: 0}]
one = {v: 1, p: 1}
countermodels = {
    "output_of_a_relu": [{r: -1, v: -1, p: 0, y_next: 1}, {v: 1, p: 1, y_next: 1}],
    "positive_part": [{r: 0, v: -1, p: -1, y_next: 0}, {v: -1, p: -1, y_next: 0}],
    "not_below_v": [same | {p: 0}, same],
    "one_of_the_two": [same | {p: 2}, same],
    "output": [same | {v: -1, p: 0, y_next: -2}, same | {y_next: 0}],
    "not_below_vy": [same | {y_next: 0}, same | {y_next: 0}],
    "zero_or_vy": [same | {y_next: 3}, same | {y_next: 3}],
}


def proof():
    now, before = y_next - p * y, p * (y - c * r)
    output = combine(claim.at_next_state(0), {"output": 1})
    product = combine(claim.at_next_state(1), {"invariant.1": p})
    same_output = combine(
        claim.at_next_state(2),
        {
            "zero_or_vy": -2,
            "one_of_the_two": -2 * y**2,
            "not_below_v": 2 * y * y_next,
            "not_below_vy": 2 * p * y,
            "invariant.2": 2 * p**2,
        },
        [(1, now - before)],
    )
    return induct(claim, (None, None, None), (output, product, same_output))
