"""Bounded noise of variance m or more along the escape direction: E y² grows, E y⁴ ≤ C(E y²)².

One step is y ← Ay + w with A = 1 + ηγ, and w has conditional mean 0, conditional variance m at
least and square b at most: that of stochastic gradients may depend on y and on the past. Then
E(Ay + w)² = A²E y² + E w², and, as 2Ayw³ ≤ w²(A²y² + w²), E(Ay + w)⁴ ≤ A⁴E y⁴ + 8A²bE y² + 3b²,
which C = 4b²/m² makes up for. So y is large not in the mean alone: the chance of |y| ≥ R is at
least 9/(16C) once E y² ≥ 4R², from every start, and so the iterate leaves almost surely
(a-bounded-fourth-moment-makes-the-iterate-leave). That the noise has a variance along the escape
direction is what Daneshmand, Kohler, Lucchi & Hofmann (2018) assume. Independent normal noise of
variance m, as increments of a Brownian motion, is not bounded, but has what is assumed with
b = √3m: E y²w² = mE y², E yw³ = 0 and E w⁴ = 3m².
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, eq, function, ge, gt, induct, le, real

y, eta, gamma, m, b, first = real("y eta gamma m b y_0")
U, F, P = real("U F P")
cross, noise2, cubed, squares2, cube, noise4 = real("c v q_1 q_2 q_3 q_4")
f = function("f", (y,), -gamma * y**2 / 2)
A = 1 - eta * f.partial(y, y, at=(0,))
growth = eta * gamma * (2 + eta * gamma)  # A² − 1
C = 4 * b**2 / m**2

claim = Claim(
    id="noise-along-the-escape-direction-leaves-the-saddle",
    says="At a quadratic saddle noise of conditional mean 0 that is bounded, w² ≤ b, or that of a "
    "Brownian motion, b = √3m, and has conditional variance m > 0 or more along an escape "
    "direction of curvature −γ makes the mean square of that component at least "
    "y₀²A^(2t) + m(A^(2t) − 1)/(A² − 1) in t steps, with A = 1 + ηγ, and its fourth moment is at "
    "most 4b²/m² times the square of that mean square.",
    items={
        "N-13": "part noise-makes-gd-fall-off",
        "E-39": "whole",
        "O-40": "part sgd-noise-leaves",
        "O-06": "part brownian-noise",
    },
    where={
        eta: "the step length",
        gamma: "minus the eigenvalue",
        y: "the component along the eigenvector, along which the function is f",
        m: "a bound from below of the conditional variance of the noise",
        b: "a bound of the square of the noise, or √3 times the variance of normal noise",
        first: "the component at the start",
        U: ("the mean square of the component after t steps", r"\mathbb{E}\,y_t^2"),
        F: ("its fourth moment", r"\mathbb{E}\,y_t^4"),
        P: ("the growth of the square without noise, (1 + ηγ)^(2t)", "P_t"),
        cross: ("the mean of y times the noise w of the step", r"\mathbb{E}\,y_tw_t"),
        noise2: ("the mean square of that noise", r"\mathbb{E}\,w_t^2"),
        cubed: ("a mixed moment", r"\mathbb{E}\,y_t^3w_t"),
        squares2: ("a mixed moment", r"\mathbb{E}\,y_t^2w_t^2"),
        cube: ("a mixed moment", r"\mathbb{E}\,y_tw_t^3"),
        noise4: ("the fourth moment of the noise", r"\mathbb{E}\,w_t^4"),
    },
    given={
        "step": gt(eta),
        "curvature": gt(gamma),
        "some_noise": gt(m),
        "bound_above_variance": ge(b, m),
        "mean_zero": eq(cross),
        "variance": ge(noise2, m),
        "mean_zero_given_the_past": eq(cubed),
        "bounded_squares": le(squares2, b * U),
        "bounded_cubes": le(2 * A * cube, b * (A**2 * U + b)),
        "bounded_fourth_powers": le(noise4, b**2),
    },
    then=Invariant(
        (
            ge(U),
            ge(growth * U, growth * P * first**2 + m * (P - 1)),
            le(F, C * U**2),
        ),
        start={U: first**2, F: first**4, P: 1},
        update={
            U: A**2 * U + 2 * A * cross + noise2,
            F: A**4 * F + 4 * A**3 * cubed + 6 * A**2 * squares2 + 4 * A * cube + noise4,
            P: A**2 * P,
        },
    ),
    repairs="any-noise-leaves-the-saddle",
    about="noisy descent at a saddle",
    scope="v'x for one v with Hv = −γv, H the Hessian of a quadratic function of any number of "
    "variables, since v'Hx = −γv'x; the state is the moments, and those of Ay + w are written "
    "out in the moments of y and w",
)
# the moments of noise ±1 and of the y that it makes
begin = {
    eta: 1, gamma: 1, m: 1, b: 1, first: 0,
    cross: 0, noise2: 1, cubed: 0, squares2: 0, cube: 0, noise4: 1,
}  # fmt: skip
witness = [begin, {squares2: 1}, {squares2: 5}]
countermodels = {
    "step": begin | {eta: -1, noise2: 2},
    "curvature": begin | {gamma: -1, noise2: 2},
    "bound_above_variance": begin | {b: 0, first: 1, noise4: 0},
    "mean_zero": [begin | {cross: -1}, {squares2: -100, cube: -100}],
    "variance": begin | {noise2: 0},
    "mean_zero_given_the_past": begin | {cubed: 100},
    "bounded_squares": begin | {squares2: 100},
    "bounded_cubes": begin | {cube: 100},
    "bounded_fourth_powers": begin | {noise4: 100},
}
kept, grown, _ = claim.then.relations
mutants = [
    (
        "a fourth moment of b²/m² times the square",
        replace(claim, then=replace(claim.then, relations=(kept, grown, le(F, C * U**2 / 4)))),
    ),
]


def proof():
    a = 1 + eta * gamma
    mean = a**2 * U + noise2  # without the cross term
    second = {"mean_zero": 2 * a, "variance": 1, "some_noise": 1, "invariant.0": a**2}
    steps = (
        combine(claim.at_next_state(0), using=second),
        combine(
            claim.at_next_state(1),
            using={"invariant.1": a**2, "mean_zero": 2 * a * growth, "variance": growth},
        ),
        combine(
            claim.at_next_state(2),
            using={
                "invariant.2": a**4,
                "mean_zero": C * 4 * a * (mean + a * cross),
                "variance": 2 * C * (a**2 * U + m),
                "mean_zero_given_the_past": -4 * a**3,
                "bounded_squares": 6 * a**2,
                "bounded_cubes": 2,
                "bounded_fourth_powers": 1,
                "bound_above_variance": 8 * a**2 * U,
            },
            squares=[(1, b), (C, noise2 - m), (8 * a**2 * U / m, b - m)],
        ),
    )
    at_first = combine(
        claim.at_start(2),
        using={"bound_above_variance": 2 * first**4 / m},
        squares=[(3, first**2 * b / m), (1, first**2 * (b - m) / m)],
    )
    return induct(claim, (None, None, at_first), steps)
