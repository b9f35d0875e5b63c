"""A perturbation of the double well's saddle outside a strip of share δ grows by 1 + 3η a step.

For |x| ≤ ½ one step multiplies x by 1 + 4η(1 − x²) ≥ 1 + 3η. Of the disc of radius r about the
saddle the strip |x| ≤ πrδ/4 has the area πr²δ at most, since it is πrδ/2 wide and its sections are
at most 2r long; the density of a coordinate, at most 2/π, says the same. Outside,
log(2/(πrδ))/log(1 + 3η) steps lead past ½: the failure probability enters through a logarithm. Jin
et al. (2017) have log⁴(dLΔ/(ε²δ)) for all functions with Lipschitz gradient and Hessian.
"""

from sympy import Rational, pi

from provenscape.kernel import Claim, Invariant, combine, eq, ge, gt, induct, le, real
from provenscape.models.landscapes import get

f = get("double_well").f
x, y = f.variables
eta, r, delta, P, first, first_across, p, w = real("eta r delta P x_0 y_0 p w")
half = Rational(1, 2)

claim = Claim(
    id="perturbed-descent-escapes-but-for-a-small-probability",
    says="On the double well a perturbation uniform in the disc of radius r about the saddle "
    "leads, but for a probability of at most δ, to |x₁| ≥ (1 + 3η)^t πrδ/4 after t steps, as long "
    "as |x₁| ≤ ½: it is past ½ after log(2/(πrδ))/log(1 + 3η) steps.",
    items={"O-35": "instance", "O-39": "instance", "O-88": "instance"},
    where={
        eta: "the step length",
        r: "the radius of the perturbation",
        delta: "a bound of the failure probability",
        P: ("the growth of t steps, (1 + 3η)^t", "P_t"),
        first: "the perturbation along the escape direction",
        first_across: "the perturbation across it",
        w: "the half width of the strip, πrδ/4",
        p: ("the probability of the strip", r"P(|\xi_1|\le w)"),
    },
    given={
        "step": ge(eta),
        "radius": gt(r),
        "half_width": eq(4 * w, pi * r * delta),
        "density": le(p * r, 2 / pi * 2 * w),
        "positive_side": ge(first),
        "outside_the_strip": ge(first, w),
        "not_yet_past": le(x, half),
    },
    then=Invariant(
        (ge(x), ge(x, P * w), le(p, delta)),
        start={x: first, y: first_across, P: 1},
        update={
            x: x - eta * f.partial(x),
            y: y - eta * f.partial(y),
            P: (1 + 3 * eta) * P,
        },
        fixed=(eta, r),
    ),
    facts={"density": "coordinate-of-a-uniform-ball"},
    scope="the double well from its saddle, the side x₁ > 0; the other by reflection",
)
witness = {
    eta: Rational(1, 8), r: 1, delta: 4 / (10 * pi), w: Rational(1, 10), p: 0,
    first: Rational(1, 10), first_across: 0,
}  # fmt: skip
countermodels = {
    "step": witness | {eta: -1, first: half},
    "half_width": witness | {w: half, first: half, p: 2 / pi},
    "density": witness | {p: 1},
    "outside_the_strip": witness | {first: Rational(1, 100)},
    "not_yet_past": witness | {first: 2},
}


def proof():
    ahead = combine(
        claim.at_next_state(0),
        using={"invariant.0": 1, "not_yet_past": 4 * eta * x * (1 + x)},
        squares=[(2 * eta * x * (1 + x), 1)],
    )
    grown = combine(
        claim.at_next_state(1),
        using={"invariant.1": 1 + 3 * eta, "not_yet_past": 2 * eta * x * (1 + 2 * x)},
    )
    small = {"density": pi, "half_width": -1}
    rare = combine(claim.at_next_state(2), using=small, scale=pi * r)
    at_first = combine(claim.at_start(2), using=small, scale=pi * r)
    return induct(claim, (None, None, at_first), (ahead, grown, rare))
