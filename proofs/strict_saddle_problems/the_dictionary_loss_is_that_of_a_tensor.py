"""On the sphere the fourth-moment loss of five orthonormal atoms is that of a tensor, rescaled.

E⟨q, y⟩⁴ = 3θ²|q|⁴ + 3θ(1 − θ) Σ ⟨aᵢ, q⟩⁴, and |q| = 1. Zhai et al. (2020). As a function of the
direction q/|q| it is h(q), whose Hessian has the eigenvalue 0 along q.
"""

from dataclasses import replace

from sympy import Add, Rational

from provenscape.kernel import Claim, Inertia, combine, conjoin, eq, function, inertia
from provenscape.models.landscapes import dictionary_learning, tensor_decomposition

theta = Rational(1, 3)
loss, tensor = dictionary_learning(5, theta), tensor_decomposition(5)
q, L = loss.variables, function("L", loss.variables, loss.expression)
T = function("T", tensor.variables, tensor.expression)
length2 = Add(*(v**2 for v in q))
h = function("h", q, loss.expression / length2**2)
SIZES = range(1, 6)
share, rest = 3 * theta * (1 - theta), -3 * theta**2


def curvatures(size):
    return Inertia(h.hessian(at=[int(i < size) for i in range(5)]), 5 - size, size - 1, 1)


claim = Claim(
    id="the-dictionary-loss-is-that-of-a-tensor",
    says="Complete dictionary learning with five orthonormal atoms, by the fourth moment of "
    "Bernoulli-Gaussian data on the sphere, has the loss of an orthogonal tensor up to a factor "
    "and a constant: at its stationary points, with k coordinates of one size, the Hessian is "
    "definite if k = 1, at the atoms, and has k − 1 negative eigenvalues otherwise.",
    items={"O-29": "instance", "O-30": "instance", "N-85": "instance", "E-36": "instance"},
    given={"on the sphere": eq(length2, 1)},
    then=(eq(L(*q), share * T(*q) + rest), *map(curvatures, SIZES)),
    bridges=("fourth-moment-of-bernoulli-gaussian-data",),
    repairs="dictionary-learning-has-no-spurious-minima",
    about="spurious minima of dictionary learning",
    scope="five atoms, each present with probability 1/3, infinitely many data; h is the loss as a "
    "function of the direction of q, and the zero eigenvalue belongs to the length of q; one point "
    "for each k, the others being its images under permutations and changes of sign",
)
witness = dict(zip(q, (1, 0, 0, 0, 0), strict=True))
countermodels = {"on the sphere": dict(zip(q, (2, 0, 0, 0, 0), strict=True))}
mutants = [
    (
        "the share of absent atoms forgotten",
        replace(claim, then=(eq(L(*q), 3 * theta * T(*q) + rest), *claim.then[1:])),
    )
]


def proof():
    equal = combine(claim.part(0), using={"on the sphere": rest * (length2 + 1)})
    return conjoin(claim, [equal, *(inertia(claim.part(i)) for i in SIZES)])
