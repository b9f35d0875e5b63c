"""Symmetric independent entries: the index k has mean n/2, and P(k ≥ n/2 + εn) ≤ e^(−2nε²).

H and −H have one law, so that k and n − k have, zero eigenvalues apart: the mean is n/2, and the
index falls short of it as rarely as it exceeds it. Reveal the entries row by row: given the rows
before, the conditional mean of the index moves within an interval of length 1 (claim
one-row-moves-the-index-by-at-most-one), so that by Hoeffding's lemma each row multiplies the mean M
of e^(4ε(Zᵢ − n/2)) by at most e^(2ε²), and Markov's inequality with e^(4iε²), the square of P =
e^(2iε²), bounds the tail by 1/P. For independent fair signs that exponent is right to leading
order.
"""

from sympy import Rational, exp

from provenscape.kernel import (
    Claim,
    Invariant,
    chain,
    combine,
    conjoin,
    eq,
    ge,
    gt,
    induct,
    le,
    real,
)

n, mean, epsilon = real("n mean epsilon")
moment, power, tail, factor, next_tail = real("M P p g q")
bound = exp(2 * epsilon**2)

claim = Claim(
    id="half-of-the-eigenvalues-are-positive-but-for-a-vanishing-share",
    says="If the Hessian of a random quadratic function of n variables has independent, "
    "symmetrically distributed entries with densities, the number of negative eigenvalues is n/2 "
    "in the mean, and with probability at most e^(−2nε²) it is larger by εn or more, and as rarely "
    "smaller by as much.",
    items={"N-99": "whole"},
    where={
        n: "the order of the matrix",
        mean: "the mean of the number k of negative eigenvalues",
        epsilon: "a tolerance",
        moment: (
            "after i rows, the mean of e^(4ε(Zᵢ − n/2)), Zᵢ being the mean of k given these rows",
            "M_i",
        ),
        power: ("after i rows, e^(2iε²)", "P_i"),
        tail: ("the probability that Zᵢ exceeds n/2 by εi or more; after n rows Zᵢ is k", "p_i"),
        factor: "by what the next row multiplies M",
        next_tail: ("the probability for one row more", "p_{i+1}"),
    },
    given={
        "symmetry": eq(mean, n - mean),
        "factor": ge(factor),
        "hoeffding": le(factor, bound),
        "markov": le(next_tail * (power * bound) ** 2, moment * factor),
    },
    then=(
        eq(mean, n / 2),
        Invariant(
            (gt(power), le(moment, power), ge(moment), le(tail * power, 1)),
            start={moment: 1, power: 1, tail: 1},
            update={moment: moment * factor, power: power * bound, tail: next_tail},
            fixed=(epsilon, n, mean),
        ),
    ),
    facts={
        "symmetry": "zero-set-of-an-analytic-function-is-null",
        "hoeffding": "hoeffding-lemma",
        "markov": "markov-inequality",
    },
    bridges=("martingale-decomposition-of-the-variance", "cauchy-interlacing"),
    repairs="eigenvalues-of-a-random-quadratic-are-half-negative",
    about="the signs of the eigenvalues of a random symmetric matrix",
    scope="every n and every such law; the smaller side by exchanging H and −H",
)
half = Rational(1, 2)
witness = {n: 4, mean: 2, epsilon: half, factor: 1, next_tail: 0}
countermodels = {
    "symmetry": witness | {mean: 1},
    "hoeffding": witness | {factor: 10},
    "markov": witness | {next_tail: 1},
}


def proof():
    middle = combine(claim.part(0), using={"symmetry": half})
    grown = claim.part(1)
    steps = [grown.at_next_state(i) for i in range(4)]
    positive = combine(steps[0], using={"invariant.0": bound})
    # P e − M g = e (P − M) + M (e − g), with e = e^(2ε²)
    kept = combine(steps[1], using={"invariant.1": bound, "hoeffding": moment})
    never_negative = combine(steps[2], using={"invariant.2": factor})
    # Q (1 − q Q) = (Q − M g) + (M g − q Q²), with Q = P e the next power
    rare = chain(steps[3], {"kept": kept}, using={"kept": 1, "markov": 1}, scale=power * bound)
    return conjoin(
        claim, [middle, induct(grown, (None,) * 4, (positive, kept, never_negative, rare))]
    )
