"""At weights that fit every example all gradients are 0, and SGD stays, whatever the curvature.

The network vux has fits uv = c with λ_max = u² + v², which is as large as one likes for one
function. Started there SGD does not move, for any step length and any order of the examples; nor
does full-batch descent. So "SGD finds flat minima" is no statement about all starts: it needs a
start away from the fits, steps so long that sharp ones are unstable, or noise that goes on.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, function, induct, real

u, v, x, c, eta, a, b, w = real("u v x c eta a b w")
f = function("f", (u, v), (v * u * x - c * x) ** 2 / 2)

claim = Claim(
    id="sgd-stays-at-a-fit-of-any-sharpness",
    says="From weights (a, b) that fit every example x ↦ cx, ab = c, of sharpness a² + b² as large "
    "as one likes, SGD never moves, whatever its steps and examples.",
    items={"O-65": "instance", "O-10": "instance"},
    where={
        (u, v): "the weights of the two layers",
        x: "the input of the next example, anew at each step",
        c: "the coefficient to be learned",
        eta: "the step length, anew at each step",
        (a, b): "the weights at the start",
    },
    given={"fit": eq(a * b, c)},
    then=Invariant(
        (eq(u, a), eq(v, b)),
        start={u: a, v: b},
        update={u: u - eta * f.partial(u), v: v - eta * f.partial(v)},
        fixed=(c,),
    ),
    about="the fits of a linear network of two layers, flat and sharp",
    scope="one hidden unit",
)
witness = {a: 2, b: 1, c: 2, x: 1, eta: 1}
countermodels = {"fit": [witness | {c: 3}, {}]}


def proof():
    steps = [claim.at_next_state(i) for i in range(2)]
    gap = eta * x**2
    slope = gap * u
    # uv - c = v(u - a) + a(v - b) + (ab - c)
    return induct(
        claim,
        (None, None),
        (
            combine(
                steps[0],
                using={"invariant.0": 1 - gap * v**2, "invariant.1": -gap * v * a, "fit": -gap * v},
            ),
            combine(
                steps[1],
                using={"invariant.1": 1 - slope * a, "invariant.0": -slope * v, "fit": -slope},
            ),
        ),
    )
