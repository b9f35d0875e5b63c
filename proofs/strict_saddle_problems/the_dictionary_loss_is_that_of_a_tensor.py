"""On the sphere the fourth-moment dictionary loss is that of a tensor, times 3θ(1 − θ), plus a
constant: with orthonormal atoms it has the strict saddle property and no other minima.

E⟨q, y⟩⁴ = 3θ²|q|⁴ + 3θ(1 − θ) Σ ⟨aᵢ, q⟩⁴, and |q| = 1. Zhai et al. (2020).
"""

from dataclasses import replace

from sympy import Rational, S, sqrt

from provenscape.kernel import Claim, Inertia, combine, conjoin, eq, inertia
from provenscape.models.landscapes import OnSphere, dictionary_learning, tensor_decomposition

theta = Rational(1, 3)
loss = dictionary_learning(5, theta)
q = loss.variables
tensor = tensor_decomposition(5)
same = tensor.expression.xreplace(dict(zip(tensor.variables, q, strict=True)))
SIZES = range(1, 6)


def curvatures(size):
    point = [1 / sqrt(S(size))] * size + [S.Zero] * (5 - size)
    return Inertia(OnSphere(loss).hessian_at(point), 5 - size, size - 1, 1)


claim = Claim(
    id="the-dictionary-loss-is-that-of-a-tensor",
    items=["O-29", "O-30"],
    says="Complete dictionary learning with orthonormal atoms, by the fourth moment of "
    "Bernoulli-Gaussian data on the sphere, is orthogonal tensor decomposition: it has the strict "
    "saddle property, and its minima are the atoms and their negatives.",
    given={"on the sphere": eq(sum(v**2 for v in q), 1)},
    then=(
        eq(loss.expression, 3 * theta * (1 - theta) * same - 3 * theta**2),
        *map(curvatures, SIZES),
    ),
    scope="five atoms, each present with probability 1/3, infinitely many data; other losses, "
    "finite data and dictionaries that are not orthogonal are the papers'",
)
witness = dict(zip(q, (1, 0, 0, 0, 0), strict=True))
countermodels = {"on the sphere": dict(zip(q, (2, 0, 0, 0, 0), strict=True))}
mutants = [
    (
        "the share of absent atoms forgotten",
        replace(
            claim, then=(eq(loss.expression, 3 * theta * same - 3 * theta**2), *claim.then[1:])
        ),
    )
]


def proof():
    equal = combine(
        claim.part(0),
        using={"on the sphere": -3 * theta**2 * (sum(v**2 for v in q) + 1)},
    )
    return conjoin(claim, [equal, *(inertia(claim.part(i)) for i in SIZES)])
