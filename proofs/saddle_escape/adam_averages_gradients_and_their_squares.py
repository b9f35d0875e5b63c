"""Of a constant gradient g Adam's moments are (1 − β₁^t)g and (1 − β₂^t)g² after t steps.

Both by induction. Corrected for bias they are g and g², and the update η m̂/√v̂ is η in size:
momentum in the numerator, a step length for each coordinate in the denominator.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, induct, real

beta1, beta2, g, m, v, B1, B2 = real("beta_1 beta_2 g m v B_1 B_2")

claim = Claim(
    id="adam-averages-gradients-and-their-squares",
    says="Adam keeps a running mean of the gradients (velocity) and one of their squares: of a "
    "constant gradient g these are (1 − β₁^t)g and (1 − β₂^t)g².",
    items={"L-35": "definition"},
    where={
        (beta1, beta2): "the decay rates of the two means",
        g: "the gradient along one coordinate, the same at every step",
        m: "the first moment",
        v: "the second moment",
        (B1, B2): "the powers β₁^t and β₂^t after t steps, for the bias correction",
    },
    given={},
    then=Invariant(
        (eq(m, (1 - B1) * g), eq(v, (1 - B2) * g**2)),
        start={m: 0, v: 0, B1: 1, B2: 1},
        update={
            m: beta1 * m + (1 - beta1) * g,
            v: beta2 * v + (1 - beta2) * g**2,
            B1: beta1 * B1,
            B2: beta2 * B2,
        },
        fixed=(beta1, beta2),
    ),
)
witness = {beta1: Rational(1, 2), beta2: Rational(1, 4), g: 2}


def proof():
    means = combine(claim.at_next_state(0), using={"invariant.0": beta1})
    squares = combine(claim.at_next_state(1), using={"invariant.1": beta2})
    return induct(claim, (None, None), (means, squares))
