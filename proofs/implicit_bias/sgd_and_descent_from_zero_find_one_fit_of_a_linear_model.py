"""⟨θ, n⟩ = 0 for ever, n the difference of the two fits: they are the same, that of least norm.

For least squares with more weights than examples there are many fits. Each step of SGD and of full-
batch descent adds multiples of inputs, so that from 0 both stay orthogonal to each n that is
orthogonal to all inputs; the difference n of two fits is such a vector. If the runs tend to fits θ
and θ', then |n|² = ⟨θ, n⟩ − ⟨θ', n⟩ = 0, for any steps, batches and orders. So in the model where
all can be computed SGD finds no other minimum than descent, and none that generalises better.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, induct, real

a, b, q, r, eta, k, z = real("a b q r eta k z")

claim = Claim(
    id="sgd-and-descent-from-zero-find-one-fit-of-a-linear-model",
    says="Least squares from 0: whatever the steps and examples, SGD and full-batch descent stay "
    "orthogonal to every vector n orthogonal to the inputs, such as the difference of two fits; so "
    "that fits they tend to are one and the same.",
    items={"O-66": "instance"},
    where={
        a: (r"inner product of the weights of SGD with n", r"\langle\theta, n\rangle"),
        b: (r"inner product of the weights of descent with n", r"\langle\theta', n\rangle"),
        q: (r"inner product of the input of the next example with n", r"\langle x, n\rangle"),
        z: (
            r"inner product with n of the next step's mean of residual times input",
            r"\langle\overline{rx}, n\rangle",
        ),
        r: "the residual of the next example",
        (eta, k): "the step lengths of SGD and of descent, anew at each step",
    },
    given={"input": eq(q), "mean_of_inputs": eq(z)},
    then=Invariant(
        (eq(a), eq(b)),
        start={a: 0, b: 0},
        update={a: a - eta * r * q, b: b - k * z},
    ),
    scope="linear models, any number of weights and examples",
)
witness = {q: 0, z: 0, r: 1, eta: 1, k: 1}
countermodels = {
    "input": [witness | {q: 1}, {}],
    "mean_of_inputs": [witness | {z: 1}, {}],
}


def proof():
    steps = [claim.at_next_state(i) for i in range(2)]
    return induct(
        claim,
        (None, None),
        (
            combine(steps[0], using={"invariant.0": 1, "input": -eta * r}),
            combine(steps[1], using={"invariant.1": 1, "mean_of_inputs": -k}),
        ),
    )
