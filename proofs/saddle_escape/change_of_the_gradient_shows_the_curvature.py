"""If the slope along v falls by more than ρh²/2 over the distance h, then v′∇²f(x)v < 0.

Taylor with a ρ-Lipschitz Hessian: ⟨∇f(x + hv) − ∇f(x), v⟩/h is v′∇²f(x)v within ρh/2. So
first-order information taken along the way, at two points, tells a direction of negative curvature;
only the gradient at a single stationary point tells nothing.
"""

from provenscape.kernel import Claim, combine, gt, le, lt, real

rho, h, change, curvature = real("rho h change curvature")

claim = Claim(
    id="change-of-the-gradient-shows-the-curvature",
    says="A change of the gradient along a unit vector v by less than −ρh²/2 over a distance h "
    "shows negative curvature along v: first-order methods that meet it can infer that sign.",
    items={"N-23": "instance"},
    where={
        rho: "a Lipschitz constant of the Hessian",
        h: "the distance between two points along the unit vector v",
        change: (
            "the change of the slope along v from the first to the second",
            r"\langle\nabla f(x+hv)-\nabla f(x),v\rangle",
        ),
        curvature: ("the curvature along v at the first", r"v^\top\nabla^2 f(x)v"),
    },
    given={
        "distance": gt(h),
        "taylor": le(h * curvature, change + rho * h**2 / 2),
        "seen": lt(change, -rho * h**2 / 2),
    },
    then=lt(curvature, 0),
    facts={"taylor": "gradient-change-with-lipschitz-hessian"},
    scope="every dimension, one direction; 'trajectory' read as all points at which the method "
    "asks for the gradient, so that a probe at x + hv counts",
)
witness = {rho: 1, h: 1, change: -1, curvature: -1}
countermodels = {
    "distance": {rho: 0, h: -1, change: -1, curvature: 1},
    "taylor": witness | {curvature: 1},
    "seen": witness | {change: 1, curvature: 1},
}


def proof():
    return combine(claim, using={"taylor": 1, "seen": 1}, scale=h)
