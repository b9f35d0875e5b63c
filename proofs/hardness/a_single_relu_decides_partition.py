"""The least squared loss of one ReLU without bias is NP-hard to find, by PARTITION, with a gap.

The unit is x ↦ max(0, ⟨w, x⟩), without bias, and the sample has 2n + 2 examples: e_i and −e_i with
label 1 for i = 1, …, n, and a and −a with label 0, where a has integer components a_i ≠ 0. With p_i
= max(0, w_i), m_i = max(0, −w_i) the loss, summed over the examples, is L(w) = Σ [(p_i − 1)² + (m_i
− 1)²] + ⟨a, w⟩² = n + Σ (|w_i| − 1)² + ⟨a, w⟩². If ε_i are the signs of the w_i, then (Σ a_i ε_i)²
≤ (1 + Σ a_i²)(L(w) − n), and at w = ε itself L(ε) − n = (Σ a_i ε_i)². With d the least |Σ ± a_i|
therefore d²/(1 + Σ a_i²) ≤ L* − n ≤ d²: L* = n if the a_i can be parted into two halves of equal
sum, and L* ≥ n + 1/(1 + Σ a_i²) if they cannot. To decide "L* ≤ n?" is NP-hard, and NP-complete,
since for given signs of w and of ⟨a, w⟩ the loss is a convex quadratic function on a polyhedron;
the signs of any w with L(w) < n + 1/(1 + Σ a_i²) are a partition, so that to find such a w, where
there is one, is as hard.

The lower bound is attained, L* = n + d²/(1 + Σ a_i²): for signs with |Σ a_i ε_i| = d the point w_i
= ε_i − a_i (Σ a_j ε_j)/(1 + Σ a_j²) has it and keeps these signs, since d ≤ max a_i.

With a bias, w = 0 and b = 1 have the loss 2 on this sample whatever the numbers are, which is below
n for n ≥ 3: the sample decides nothing then. The works named next have units with and without one.

The loss has rational data and one unit; what makes it hard is that it cannot be 0. Whether one unit
fits a sample exactly is a linear program. Dey et al. (2018) and Manurangsi & Reichman (2018) were
first to prove that one unit is hard, the latter also approximately; this reduction is a short one.
As PARTITION has a pseudo-polynomial algorithm, it gives hardness for large numbers alone.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, chain, combine, eq, ge, gt, induct, le, real

a, p, m, epsilon, a_1, p_1, m_1, epsilon_1 = real("a p m epsilon a_1 p_1 m_1 epsilon_1")
A, L, S, X, n = real("A L S X n")


def fit(above, below):
    """The loss of the two examples of a coordinate."""
    return (above - 1) ** 2 + (below - 1) ** 2


claim = Claim(
    id="a-single-relu-decides-partition",
    says="Let a unit max(0, ⟨w, x⟩) without bias be fitted to label 1 at ±e_i, i = 1, …, n, and 0 "
    "at ±a, a_i ≠ 0. For every w, with signs ε_i w_i ≥ 0, (Σ a_i ε_i)² ≤ (1 + Σ a_i²)(L(w) − n): "
    "L* = n if the a_i have a partition into equal sums, L* ≥ n + 1/(1 + Σ a_i²) if not, so "
    "that its L* is NP-hard to find.",
    items={"O-86": "part of-one-unit"},
    where={
        a: "the next integer",
        p: "the positive part of its weight w, the unit's output at e_i",
        m: "the negative part of that weight, the unit's output at −e_i",
        epsilon: ("the sign of that weight, either sign for 0", r"\varepsilon"),
        a_1: "the first integer",
        p_1: "the positive part of the first weight",
        m_1: "the negative part of the first weight",
        epsilon_1: ("the sign of the first weight", r"\varepsilon_1"),
        A: "the sum of all a² so far",
        L: "the loss at all ±e_i so far",
        S: "the sum of all aε so far",
        X: "the sum of all aw so far, whose square is the loss at ±a",
        n: "the number of weights so far",
    },
    given={
        "first_is_not_zero": gt(a_1**2),
        "first_sign": eq(epsilon_1**2, 1),
        "first_sign_of_w": eq(epsilon_1 * (p_1 - m_1), p_1 + m_1),
        "sign": eq(epsilon**2, 1),
        "sign_of_w": eq(epsilon * (p - m), p + m),
    },
    then=Invariant(
        (
            gt(A),
            ge(L, n),
            le((S - X) ** 2, A * (L - n)),
            le(S**2, (1 + A) * (L + X**2 - n)),
        ),
        start={
            A: a_1**2,
            L: fit(p_1, m_1),
            S: a_1 * epsilon_1,
            X: a_1 * (p_1 - m_1),
            n: 1,
        },
        update={
            A: A + a**2,
            L: L + fit(p, m),
            S: S + a * epsilon,
            X: X + a * (p - m),
            n: n + 1,
        },
    ),
    bridges=("partition-is-np-complete",),
    scope="every n ≥ 1; the kernel's part holds for all real a_i, the first not 0; a loss that is "
    "summed, and no bias",
)
tame = {a: 0, p: 1, m: 0, epsilon: 1}
first = {a_1: 1, p_1: 1, m_1: 0, epsilon_1: 1}
half = Rational(1, 2)
witness = [
    first | {a: 2, p: 0, m: 1, epsilon: -1},
    {a: 3, p: half, m: 0, epsilon: 1},
    {a: 1, p: 0, m: 0, epsilon: 1},
]
countermodels = {
    "first_is_not_zero": [first | tame | {a_1: 0}, tame],
    "first_sign": [first | tame | {epsilon_1: 3, p_1: 0}, tame],
    "first_sign_of_w": [first | tame | {epsilon_1: -1}, tame],
    "sign": [first | tame | {a: 1, p: 0, epsilon: 3}, tame],
    "sign_of_w": [first | tame | {a: 1, epsilon: -1}, tame],
}


def as_square(weight, above, below, sign, names):
    """Multipliers that make weight · ((p − 1)² + (m − 1)² − 1) of weight · (ε − w)², w = p − m.

    The hypotheses give pm = 0: one of the parts is 0, whichever the sign is.
    """
    return {
        names[0]: weight * (half * (above - below) ** 2 - 1),
        names[1]: weight * (2 + half * (below * (sign - 1) - above * (sign + 1))),
    }


def proof():
    w_1, w, gap, growing = p_1 - m_1, p - m, S - X, A + a**2
    at_first = (p_1, m_1, epsilon_1, ("first_sign", "first_sign_of_w"))
    at_next = (p, m, epsilon, ("sign", "sign_of_w"))
    bases = [
        combine(claim.at_start(index), as_square(weight, *at_first), [square])
        for index, weight, square in (
            (1, 1, (1, epsilon_1 - w_1)),
            (2, a_1**2, (0, 0)),
            (3, 1 + a_1**2, (1, a_1**2 * w_1 - epsilon_1 + w_1)),
        )
    ]
    stays = combine(claim.at_next_state(0), {"invariant.0": 1}, [(1, a)])
    more = combine(
        claim.at_next_state(1), as_square(1, *at_next) | {"invariant.1": 1}, [(1, epsilon - w)]
    )
    close = combine(
        claim.at_next_state(2),
        as_square(A * growing, *at_next) | {"invariant.2": growing},
        [(1, A * (epsilon - w) - gap * a)],
        scale=A,
    )
    bound = chain(
        claim.at_next_state(3),
        {"close": close},
        {"close": 1 + growing},
        [(1, growing * (X + a * w) - gap - a * (epsilon - w))],
        scale=growing,
    )
    return induct(claim, (None, *bases), (stays, more, close, bound))
