"""All but an exponentially small share of the spherical spin glass's critical points are saddles.

Minima are that rare (claim minima-of-the-spherical-spin-glass-are-rare-at-rate-p-minus-2-over-p),
maxima are as many as minima, and almost surely no critical point is degenerate; what is left has
curvatures of both signs. Auffinger, Ben Arous & Černý (2013); the numbers are means ("annealed").
That a typical instance has about as many is known for low energies only, where the second moment is
near the square of the first (Subag 2017).
Near the bottom it is otherwise: there minima outnumber saddles (claim
the-bottom-of-the-spherical-spin-glass-is-layered-by-index).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, ge, gt, le, real

scale, decay, slack = real("G q s")
total, minima, maxima, saddles = real("total minima maxima saddles")

claim = Claim(
    id="the-spherical-spin-glass-has-nearly-only-saddles",
    says="In the mean, of the critical points of a homogeneous Gaussian polynomial of degree p ≥ 3 "
    "in N variables on the sphere at least a share 1 − 2e^(−N((p − 2)/p − 2ε)) are saddles, for "
    "every ε > 0 and all large N.",
    items={
        "N-03": "whole",
        "N-26": "whole",
        "O-24": "part in-the-mean",
        "N-101": "part rare-minima",
    },
    where={
        scale: ("the number e^(NA), A = ½ log(p − 1)", "e^{NA}"),
        decay: ("the number e^(−N(p − 2)/p)", "e^{-N(p-2)/p}"),
        slack: ("the number e^(Nε)", r"e^{N\varepsilon}"),
        (total, minima, maxima, saddles): "the mean numbers of all critical points and of each "
        "kind, degenerate ones being absent almost surely",
    },
    given={
        "exponential": gt(decay),
        "tolerance": gt(slack),
        "all": ge(total, scale / slack),
        "minima": le(minima, scale * decay * slack),
        "maxima": le(maxima, scale * decay * slack),
        "kinds": eq(minima + maxima + saddles, total),
    },
    then=ge(saddles, total * (1 - 2 * decay * slack**2)),
    facts=dict.fromkeys(("all", "minima", "maxima"), "spin-glass-complexity"),
    bridges=("kac-rice-formula",),
    repairs="almost-all-critical-points-are-saddles",
    about="the share of saddles among critical points",
    scope="quotients of mean numbers, for each ε > 0 from some N on",
)
witness = {scale: 4, decay: Rational(1, 4), slack: 1}
witness |= {total: 4, minima: 1, maxima: 1, saddles: 2}
countermodels = {
    "exponential": {scale: 4, decay: -1, slack: 1, total: 8, minima: -4, maxima: -4, saddles: 16},
    "all": witness | {total: 0, saddles: -2},
    "minima": witness | {minima: 4, saddles: -1},
    "maxima": witness | {maxima: 4, saddles: -1},
    "kinds": witness | {saddles: 0},
}


def proof():
    return combine(
        claim,
        using={"kinds": 1, "minima": 1, "maxima": 1, "all": 2 * decay * slack**2},
    )
