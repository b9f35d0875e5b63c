"""Adam's second moment is the variance of the gradients plus the square of their mean.

Kingma and Ba (2015) call it the uncentred variance. With the weights of Adam, which add up to
W = 1 − β₂^t, let m, v and C be the sums of g, g² and (g − c)². Then v = C + c²W + 2c(m − cW), and
the last term vanishes where c is the mean m/W. Along a direction of steady gradient g it is g², so
that the step is ±η however small g is.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, induct, real

beta, g, mean = real("beta_2 g mean")
W, m, centred, second = real("W m C second")


def averaged(sum_so_far, value):
    return beta * sum_so_far + (1 - beta) * value


claim = Claim(
    id="adams-second-moment-is-variance-plus-squared-mean",
    says="Adam's second moment averages g²: it is the variance of the gradients plus the square of "
    "their mean, both with Adam's own weights.",
    items={"L-36": "whole"},
    where={
        beta: "the decay rate",
        g: "the gradient along one coordinate at the present step",
        mean: ("the mean of the gradients along one coordinate", r"\mathbb{E}g"),
        W: "the sum of the weights, 1 − β₂^t after t steps",
        m: "the weighted sum of the gradients, W times their mean",
        centred: "the weighted sum of (g − mean)², W times the variance",
        second: ("Adam's second moment, the mean of their squares", r"\mathbb{E}g^2"),
    },
    given={},
    then=Invariant(
        eq(second, centred + mean**2 * W + 2 * mean * (m - mean * W)),
        start={W: 0, m: 0, centred: 0, second: 0},
        update={
            W: averaged(W, 1),
            m: averaged(m, g),
            centred: averaged(centred, (g - mean) ** 2),
            second: averaged(second, g**2),
        },
        fixed=(beta,),
    ),
    repairs="adam-uses-the-variance-of-the-gradients",
    scope="before the correction for bias, which divides by W; at a step with m = mean·W the last "
    "term is 0",
)
witness = [{beta: Rational(1, 2), mean: 1, g: 2}, {g: 3}, {g: -1}]


def proof():
    step = combine(claim.at_next_state(), using={"invariant": beta})
    return induct(claim, None, step)
