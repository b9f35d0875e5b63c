"""A perturbation of the double well's saddle outside a strip of share δ grows by 1 + 3η a step.

For |x| ≤ ½ one step multiplies x by 1 + 4η(1 − x²) ≥ 1 + 3η. Of the disc of radius r about the
saddle the strip |x| ≤ πrδ/4 has the area πr²δ at most, since it is πrδ/2 wide and its sections are
at most 2r long. By the density of a coordinate, at most 2/π, its share is δ at most in the same
way. Outside, log(2/(πrδ))/log(1 + 3η) steps lead past ½: the failure probability enters through a
logarithm. Jin et al. (2017) have log⁴(dLΔ/(ε²δ)) for all functions with Lipschitz gradient and
Hessian.
"""

from sympy import Rational, pi

from provenscape.kernel import Claim, Invariant, combine, ge, induct, le, real
from provenscape.models.landscapes import get

f = get("double_well").f
x, y = f.variables
eta, r, delta, P, first, first_across = real("eta r delta P x_0 y_0")
half = Rational(1, 2)

claim = Claim(
    id="perturbed-descent-escapes-but-for-a-small-probability",
    says="On the double well a perturbation in the disc of radius r about the saddle, unless it is "
    "in a strip that has at most the share δ of the disc, leads to |x₁| ≥ (1 + 3η)^t πrδ/4 after t "
    "steps, as long as |x₁| ≤ ½.",
    items={"O-35": "instance", "O-39": "instance", "O-88": "instance"},
    where={
        eta: "the step length",
        r: "the radius of the perturbation",
        delta: "a bound of the failure probability",
        P: ("the growth of t steps, (1 + 3η)^t", "P_t"),
        first: "the perturbation along the escape direction",
        first_across: "the perturbation across it",
    },
    given={
        "step": ge(eta),
        "positive_side": ge(first),
        "outside_the_strip": ge(4 * first, pi * r * delta),
        "not_yet_past": le(x, half),
    },
    then=Invariant(
        (ge(x), ge(4 * x, P * pi * r * delta)),
        start={x: first, y: first_across, P: 1},
        update={
            x: x - eta * f.partial(x),
            y: y - eta * f.partial(y),
            P: (1 + 3 * eta) * P,
        },
        fixed=(eta,),
    ),
    bridges=("coordinate-of-a-uniform-ball",),
    repairs="perturbed-descent-finds-its-point-for-every-perturbation",
    scope="the double well from its saddle, the side x₁ > 0; the other by reflection",
)
witness = {
    eta: Rational(1, 8), r: 1, delta: Rational(1, 10), first: Rational(1, 10), first_across: 0,
}  # fmt: skip
countermodels = {
    "step": witness | {eta: -1, first: 1 / pi, delta: 4 / pi**2},
    "positive_side": witness | {first: -1, delta: -4},
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
        using={"invariant.1": 1 + 3 * eta, "not_yet_past": 8 * eta * x * (1 + 2 * x)},
    )
    return induct(claim, (None, None), (ahead, grown))
