"""f(−x) = −f(x) at all weights makes the gradients at x and −x opposite: K(1, 1)ᵀ = 0.

So the kernel on x and −x is singular at every start and remains so in training, however wide the
network. More neurons add forms that vanish too. What the theory asks of the data is that no two
inputs be parallel (kernels-near-a-positive-limit-are-positive), which is more than distinct.
"""

from sympy import tanh

from provenscape.kernel import Claim, Invariant, combine, eq, function, induct, real

a, w, x, S = real("a w x S")
f = function("f", (a, w, x), a * tanh(w * x))
both = sum((f.partial(z, at=(a, w, x)) + f.partial(z, at=(a, w, -x))) ** 2 for z in (a, w))

claim = Claim(
    id="odd-networks-have-singular-kernels-on-opposite-inputs",
    says="A network of any number of tanh units without biases has, at all weights, a tangent "
    "kernel on the inputs x and −x whose form at (1, 1) is 0: its least eigenvalue is 0.",
    items={"O-61": "instance"},
    where={
        a: "the output weight of the next unit",
        w: "its input weight",
        x: "the first input",
        S: "the form at (1, 1) of the units so far",
    },
    given={},
    then=Invariant(
        eq(S, 0),
        start={S: 0},
        update={S: S + both},
        fixed=(x,),
    ),
    scope="one hidden layer of any width, inputs of dimension one",
)
witness = [{a: 1, w: 1, x: 1}, {a: 2, w: 1}, {a: 1, w: 3}]


def proof():
    return induct(claim, None, combine(claim.at_next_state(), using={"invariant": 1}))
