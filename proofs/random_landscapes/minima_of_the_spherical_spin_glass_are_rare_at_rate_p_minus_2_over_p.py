"""In the spherical p-spin glass, p ≥ 3, minima are a share e^(−N(p − 2)/p) in the mean.

Auffinger, Ben Arous & Černý (2013) have e^(NA) critical points in the mean, A = ½ log(p − 1), and
e^(N(A − r)) minima, r = (p − 2)/p, both up to factors e^(±Nε), for every ε > 0 from some N on. The
quotient of the two bounds is the share. These are mean numbers ("annealed"): the quotient of the
means, not the mean of the quotient. That the number itself is near its mean is known for low
energies (Subag 2017).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, ge, gt, le, real

scale, decay, slack, total, minima = real("G q s total minima")

claim = Claim(
    id="minima-of-the-spherical-spin-glass-are-rare-at-rate-p-minus-2-over-p",
    says="In the mean, of the critical points of a homogeneous Gaussian polynomial of degree p ≥ "
    "3 in N variables on the sphere a share e^(−N(p − 2)/p) are minima, up to factors e^(±2Nε) for "
    "every ε > 0 and all large N.",
    items={"N-25": "part minima-are-rare", "N-101": "part rare-minima"},
    where={
        scale: ("the number e^(NA), A = ½ log(p − 1)", "e^{NA}"),
        decay: ("the number e^(−N(p − 2)/p)", "e^{-N(p-2)/p}"),
        slack: ("the number e^(Nε)", r"e^{N\varepsilon}"),
        total: "the mean number of critical points",
        minima: "the mean number of minima",
    },
    given={
        "exponential": gt(decay),
        "tolerance": gt(slack),
        "all_at_least": ge(total, scale / slack),
        "all_at_most": le(total, scale * slack),
        "minima_at_least": ge(minima, scale * decay / slack),
        "minima_at_most": le(minima, scale * decay * slack),
    },
    then=(le(minima, total * decay * slack**2), ge(minima, total * decay / slack**2)),
    facts=dict.fromkeys(
        ("all_at_least", "all_at_most", "minima_at_least", "minima_at_most"),
        "spin-glass-complexity",
    ),
    repairs="local-minima-are-an-exponentially-small-fraction",
    about="the share of minima among critical points",
    scope="quotients of mean numbers, for each ε > 0 from some N on",
)
half = Rational(1, 2)
witness = {scale: 4, decay: half, slack: 1, total: 4, minima: 2}
countermodels = {
    "all_at_least": witness | {total: 0},
    "all_at_most": witness | {total: 8},
    "minima_at_least": witness | {minima: 0},
    "minima_at_most": witness | {minima: 4},
}


def proof():
    above = combine(claim.part(0), using={"minima_at_most": 1, "all_at_least": decay * slack**2})
    below = combine(claim.part(1), using={"minima_at_least": 1, "all_at_most": decay / slack**2})
    return conjoin(claim, [above, below])
