"""Whether the least value of a quartic is ≤ c is NP-hard to decide, by PARTITION, with a gap.

For integers a_1, …, a_n ≠ 0 let f(x) = (Σ a_i x_i)² + Σ (x_i² − 1)², a polynomial of degree four
with integer coefficients that grows in every direction, so that its least value f* is attained.
Every x has signs ε_i with ε_i x_i ≥ 0, and (Σ a_i ε_i)² ≤ (1 + Σ a_i²) f(x); at x = ε itself f(ε) =
(Σ a_i ε_i)². With d the least |Σ ± a_i| therefore d²/(1 + Σ a_i²) ≤ f* ≤ d²: f* = 0 if the a_i can
be parted into two halves of equal sum, and f* ≥ 1/(1 + Σ a_i²) if they cannot. So the question "f*
≤ c?" is NP-hard for c = 0, and for all c with 0 ≤ c < 1/(1 + Σ a_i²), in the bit model, with
integer data. The signs of any x with f(x) < 1/(1 + Σ a_i²) are a partition: to find such an x,
where there is one, is as hard.

|ε − x| ≤ |x² − 1| since |x + ε| ≥ 1, and the rest is the Cauchy–Schwarz inequality, kept term by
term. PARTITION is hard for large numbers alone (it has a pseudo-polynomial algorithm), and the gap
is as small as they are large; the quartic of a graph's cliques is hard with small coefficients and
a gap of order n⁻². In degree two and three, and for a fixed number of variables, the question is
easy; in degree four with n variables it is not known to lie in NP.
"""

from sympy import Rational

from provenscape.kernel import (
    Claim,
    Invariant,
    chain,
    combine,
    eq,
    function,
    ge,
    gt,
    induct,
    le,
    real,
)

a, x, epsilon, a_1, x_1, epsilon_1 = real("a x epsilon a_1 x_1 epsilon_1")
A, F, G, S, X = real("A F G S X")
well = function("g", (x,), (x**2 - 1) ** 2)

claim = Claim(
    id="the-least-value-of-a-quartic-decides-partition",
    says="For f(x) = (Σ a_i x_i)² + Σ (x_i² − 1)² with integers a_i ≠ 0 and every x, with signs "
    "ε_i x_i ≥ 0, f(ε) = (Σ a_i ε_i)² ≤ (1 + Σ a_i²) f(x): f* = 0 if the a_i have a "
    'partition into equal sums and f* ≥ 1/(1 + Σ a_i²) if not, so that "f* ≤ 0?" is '
    "NP-hard.",
    items={"O-81": "whole", "O-82": "instance"},
    where={
        a: "the next integer",
        x: "its variable",
        epsilon: ("the sign of that variable, either sign for 0", r"\varepsilon"),
        a_1: "the first integer",
        x_1: "the variable of the first",
        epsilon_1: ("the sign of the first variable", r"\varepsilon_1"),
        A: "the sum of all a² so far",
        F: "the sum of all (x² − 1)² so far",
        G: "the sum of all (ε² − 1)² so far",
        S: "the sum of all aε so far",
        X: "the sum of all ax so far, so that f is X² + F at x and S² + G at the signs",
    },
    given={
        "first_is_not_zero": gt(a_1**2),
        "first_sign": eq(epsilon_1**2, 1),
        "first_sign_of_x": ge(epsilon_1 * x_1),
        "sign": eq(epsilon**2, 1),
        "sign_of_x": ge(epsilon * x),
    },
    then=Invariant(
        (
            gt(A),
            ge(F),
            le((S - X) ** 2, A * F),
            le(S**2, (1 + A) * (X**2 + F)),
            eq(S**2 + G, S**2),
        ),
        start={
            A: a_1**2,
            F: well(x_1),
            G: well(epsilon_1),
            S: a_1 * epsilon_1,
            X: a_1 * x_1,
        },
        update={
            A: A + a**2,
            F: F + well(x),
            G: G + well(epsilon),
            S: S + a * epsilon,
            X: X + a * x,
        },
    ),
    bridges=("partition-is-np-complete",),
    scope="every n ≥ 1; the kernel's part holds for all real a_i, the first not 0",
)
tame = {a: 0, x: 1, epsilon: 1}
first = {a_1: 1, x_1: 1, epsilon_1: 1}
witness = [
    first | {a: 2, x: 1, epsilon: 1},
    {a: 3, x: -1, epsilon: -1},
    {a: 1, x: Rational(1, 2), epsilon: 1},
]
countermodels = {
    "first_is_not_zero": [first | tame | {a_1: 0}, tame],
    "first_sign": [first | tame | {epsilon_1: 4}, tame],
    "first_sign_of_x": [first | tame | {epsilon_1: -1}, tame],
    "sign": [first | tame | {epsilon: 5}, tame],
    "sign_of_x": [first | {a: 1, x: 1, epsilon: -1}, tame],
}


def nearer(weight, point, sign, names):
    """What proves weight · ((x² − 1)² − (ε − x)²) ≥ 0: multipliers of two hypotheses, a square."""
    gap = (sign - point) ** 2
    using = {
        names[0]: weight * (2 * point**2 - sign**2 - 1 + gap),
        names[1]: 2 * weight * gap,
    }
    return using, (weight, (sign - point) * point)


def proof():
    gap, growing = S - X, A + a**2
    first_names = ("first_sign", "first_sign_of_x")

    using, square = nearer(a_1**2, x_1, epsilon_1, first_names)
    close_at_start = combine(claim.at_start(2), using, [square])
    using, square = nearer(1 + a_1**2, x_1, epsilon_1, first_names)
    bound_at_start = combine(
        claim.at_start(3), using, [square, (1, a_1**2 * x_1 - epsilon_1 + x_1)]
    )
    zero_at_start = combine(claim.at_start(4), {"first_sign": epsilon_1**2 - 1})

    stays = combine(claim.at_next_state(0), {"invariant.0": 1}, [(1, a)])
    wells = combine(claim.at_next_state(1), {"invariant.1": 1}, [(1, x**2 - 1)])
    using, square = nearer(A * growing, x, epsilon, ("sign", "sign_of_x"))
    close = combine(
        claim.at_next_state(2),
        using | {"invariant.2": growing},
        [square, (1, A * (epsilon - x) - gap * a)],
        scale=A,
    )
    bound = chain(
        claim.at_next_state(3),
        {"close": close},
        {"close": 1 + growing},
        [(1, growing * (X + a * x) - gap - a * (epsilon - x))],
        scale=growing,
    )
    zero = combine(claim.at_next_state(4), {"invariant.4": 1, "sign": epsilon**2 - 1})
    return induct(
        claim,
        (None, None, close_at_start, bound_at_start, zero_at_start),
        (stays, wells, close, bound, zero),
    )
