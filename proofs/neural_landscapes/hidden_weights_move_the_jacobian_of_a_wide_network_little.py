"""With fixed outer weights ±1/√m the Jacobian by the hidden weights is L√(n/m)-Lipschitz.

The output at x is m^(−½) Σ a_jφ(w_j·x), a_j = ±1, |x| ≤ 1, φ′ L-Lipschitz. The gradient by w_j is
a_jφ′(w_j·x)x/√m; between two settings of the weights it changes by at most L|w_j′ − w_j||x|²/√m.
The squares, summed over units and n data, give the squared Frobenius norm, nL²|W′ − W|²/m at most.
"""

from provenscape.kernel import Claim, Invariant, combine, ge, induct, le, real

g, k, X, q, L, S, Q = real("g k X q L S Q")

claim = Claim(
    id="hidden-weights-move-the-jacobian-of-a-wide-network-little",
    says="In m^(−½) Σ a_jφ(w_j·x), a_j = ±1, |x| ≤ 1, φ′ L-Lipschitz, the Jacobian of n outputs "
    "by the hidden weights changes, in the Frobenius norm, by at most L√(n/m) times the change of "
    "the weights, between any two settings.",
    items={"N-53": "instance"},
    where={
        (g, k): "the slope φ′ of the next unit at the next datum, at both settings",
        X: ("the squared length of the datum", r"|x|^2"),
        q: ("the squared change of the unit's weights", r"|w_j'-w_j|^2"),
        L: "a Lipschitz constant of φ′",
        S: "m times the squared change of the Jacobian, over pairs of unit and datum so far",
        Q: "the sum of the squared changes over these pairs, n times that of all weights",
    },
    given={
        "lipschitz": le((g - k) ** 2, L**2 * q * X),
        "change": ge(q),
        "length": ge(X),
        "unit_ball": le(X, 1),
    },
    then=Invariant(
        le(S, L**2 * Q),
        start={S: 0, Q: 0},
        update={S: S + (g - k) ** 2 * X, Q: Q + q},
    ),
    proves="hidden-weights-move-the-jacobian-little",
    scope="only the hidden weights are trained; one hidden layer",
)
witness = [
    {L: 1, g: 1, k: 0, X: 1, q: 1},
    {g: 0, k: 0, X: 1, q: 0},
    {g: 1, k: 1, X: 1, q: 2},
]
countermodels = {
    "lipschitz": [{L: 1, g: 2, k: 0, X: 1, q: 1}, {g: 0, k: 0, X: 1, q: 0}],
    "unit_ball": [{L: 1, g: 2, k: 0, X: 2, q: 2}, {g: 0, k: 0, X: 1, q: 0}],
}


def proof():
    step = combine(
        claim.at_next_state(),
        using={"invariant": 1, "lipschitz": X, "unit_ball": L**2 * q * (1 + X)},
    )
    return induct(claim, None, step)
