"""If E y² ≥ 4R² and E y⁴ ≤ C(E y²)², then |y| > R with probability at least 9/(16C).

This is Paley's and Zygmund's argument: with q = P(|y| > R), 0 ≤ E[1{|y| > R}(y² − λ)²] ≤ E y⁴ −
2λ(E y² − R²) + λ²q, and λ = 4C E y²/3. Noisy descent at a quadratic saddle has such moments after a
fixed number of steps from every start with |y| ≤ R, with C = 4b²/m²
(noise-along-the-escape-direction-leaves-the-saddle). So the probability that it has not left by k
times that number is at most (1 − 9/(16C))^k: it leaves almost surely, and soon.
"""

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

U, F, C, R, q, within = real("U F C R q m_R")
S, power = real("S P")
least = 9 / (16 * C)
level = 4 * C * U / 3

claim = Claim(
    id="a-bounded-fourth-moment-makes-the-iterate-leave",
    says="If from wherever in |y| ≤ R the iterate is, its component y along an escape direction "
    "has some fixed number of steps later a mean square of at least 4R² and a fourth moment of at "
    "most C times the square of that, then the probability that it is still in |y| ≤ R at the end "
    "of each of k such runs is at most (1 − 9/(16C))^k.",
    items={"N-13": "instance", "E-39": "instance", "O-40": "instance"},
    where={
        R: "the half width of the strip about the saddle",
        C: "a bound of the fourth moment over the square of the mean square",
        U: ("the mean square at the end of a run, given its start", r"\mathbb{E}\,y^2"),
        F: ("the fourth moment there", r"\mathbb{E}\,y^4"),
        q: ("the probability of the outside there", r"P(|y|>R)"),
        within: ("the mean square outside", r"\mathbb{E}[y^2\,1_{|y|>R}]"),
        S: "the probability that the iterate is in the strip at the end of all runs so far",
        power: ("the bound of that probability", r"(1-\tfrac9{16C})^k"),
    },
    given={
        "fourth_moment": le(F, C * U**2),
        "kurtosis": ge(C, 1),
        "mean_square": ge(U, 4 * R**2),
        "some_mean_square": gt(U),
        "inside_and_outside": le(U, R**2 + within),
        "a_square": ge(F - 2 * level * within + level**2 * q),
        "probability": le(q, 1),
    },
    then=Invariant(
        (ge(S), ge(power), le(S, power)),
        start={S: 1, power: 1},
        update={S: S * (1 - q), power: power * (1 - least)},
        fixed=(C,),
    ),
    scope="the moments and probabilities are those given the start of the run, and hold for each",
)
witness = {U: 4, F: 16, C: 1, R: 1, q: 1, within: 4}
countermodels = {
    "fourth_moment": witness | {F: 10**3, q: 0},
    "mean_square": witness | {R: 10, q: 0, within: 0},
    "inside_and_outside": witness | {q: 0, within: 0},
    "a_square": witness | {q: 0},
}


def proof():
    likely = {
        "a_square": 1,
        "fourth_moment": 1,
        "inside_and_outside": 2 * level,
        "mean_square": level / 2,
    }
    steps = (
        combine(claim.at_next_state(0), using={"invariant.0": 1 - q}),
        combine(claim.at_next_state(1), using={"invariant.1": 1 - least}),
        combine(
            claim.at_next_state(2),
            using={"invariant.2": (1 - least) * level**2, **{k: S * w for k, w in likely.items()}},
            scale=level**2,
        ),
    )
    return induct(claim, (None, None, None), steps)
