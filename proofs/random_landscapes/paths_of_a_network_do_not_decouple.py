"""A path through a ReLU unit is open for positive inputs: it is not independent of its input.

Choromanska et al. (2015) carry a network's loss to a spherical spin glass by assuming that each of
its paths is open by a coin of its own, independent of the input, that every path has an input of
its own, independent of all others, that weights are shared evenly, and that they lie on a sphere.
In a network with one ReLU unit of positive weight the input is passed on if positive: the mean of
what passes is E|x|/2, but 0 if the unit were open independently of an input of mean 0. And two
paths from one input have the second moment E x², and not the square of the mean.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, real

above, below, absolute, mean, share, second = real("P Q a mean h S")
half = Rational(1, 2)

claim = Claim(
    id="paths-of-a-network-do-not-decouple",
    says="If the input x of a ReLU unit has mean 0 and is not constant, E x⁺ is more than P(x > 0) "
    "E x, so that the opening of a path through it is not independent of its input, and E x² more "
    "than (E x)², so that the inputs of two paths that begin at one x are not either.",
    items={},
    where={
        above: ("the mean of the positive part of the input x", r"E\max(x)"),
        below: ("the mean of its negative part", r"E\max(-x)"),
        absolute: ("the mean size of x", "E|x|"),
        mean: ("the mean of x", "Ex"),
        share: "the probability that the unit is open",
        second: ("the mean square of x", "Ex^2"),
    },
    given={
        "parts": eq(mean, above - below),
        "size": eq(absolute, above + below),
        "centred": eq(mean),
        "not_constant": gt(absolute),
        "spread": ge(second, absolute**2),
    },
    then=(gt(above, share * mean), gt(second, mean**2)),
    scope="one unit of positive weight, whose path passes on the positive part of x",
)
witness = {above: half, below: half, absolute: 1, mean: 0, share: half, second: 1}
countermodels = {
    "parts": witness | {above: 0, below: 1},
    "size": witness | {above: 0, below: 0},
    "centred": witness | {mean: 1, above: 1, below: 0, share: 1},
    "not_constant": witness | {absolute: 0, above: 0, below: 0},
    "spread": witness | {second: 0},
}


def proof():
    open_when_positive = combine(
        claim.part(0),
        using={
            "not_constant": half,
            "size": -half,
            "parts": -half,
            "centred": half - share,
        },
    )
    shared = combine(claim.part(1), using={"spread": 1, "not_constant": absolute, "centred": -mean})
    return conjoin(claim, [open_when_positive, shared])
