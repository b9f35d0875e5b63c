"""On a slope of height h descent with steps 1/L makes Lh/G² steps, and its gradient stays at G.

f(x) = Gx for x ≥ 0; below 0 let f'' rise at the rate M until f' = 0, and be constant from there: f
has an M-Lipschitz Hessian, an L-Lipschitz gradient if 2GM ≤ L², and is bounded below, by
−(2/3)G√(2G/M). A step goes down by G/L, and the value by G²/L. So the order ε^(−2) of descent is
attained on functions with Lipschitz Hessian too; no perturbation is made on the way, as G > ε. Here
cubic regularisation goes down by √(2G/M) a step: it needs √(M/2)h/G^(3/2) steps, and its own order
is attained as well.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, function, gt, induct, real

x, z, G, L, M, t, s, h = real("x z G L M t s h")
f = function("f", (x,), G * x)

claim = Claim(
    id="descent-goes-down-a-slope-slowly",
    says="On f(x) = Gx, x ≥ 0, from height h the gradient is G at the first Lh/G² iterates of "
    "descent with step 1/L, and at the first √(M/2)h/G^(3/2) iterates of cubic regularisation.",
    items={},
    where={
        x: ("the iterate of descent", "x_t"),
        z: ("the iterate of cubic regularisation", "z_t"),
        G: "the slope",
        L: "one over the step length, a Lipschitz constant of the gradient",
        M: "the constant of the cubic term",
        s: ("the length of a cubic step", r"\sqrt{2G/M}"),
        h: ("the height of the start", "f(x_0)"),
        t: "the number of steps so far",
    },
    given={
        "slope": gt(G),
        "smooth": gt(L),
        "cubic_step": eq(f.partial(x, at=(z,)), M * s**2 / 2),
    },
    then=Invariant(
        (
            eq(f(x), h - t * G**2 / L),
            eq(f(z), h - t * G * s),
            eq(2 * G**3 * t**2, M * (h - f(z)) ** 2),
        ),
        start={x: h / G, z: h / G, t: 0},
        update={x: x - f.partial(x) / L, z: z - s, t: t + 1},
        fixed=(M,),
    ),
    proves="descent-on-a-slope",
    scope="Gx for x ≥ 0, continued with M-Lipschitz Hessian and a minimum below 0; as long as "
    "the iterates are not below 0",
)
witness = {h: 10, G: 2, L: 2, M: 1, s: 2}
countermodels = {"cubic_step": witness | {M: 7}}


def proof():
    base = tuple(combine(claim.at_start(i), using={}) for i in range(3))
    on = [combine(claim.at_next_state(i), using={f"invariant.{i}": 1}) for i in range(2)]
    after = claim.at_next_state(2)
    fallen = (t + 1) * G * s
    counted = combine(
        after,
        using={
            "invariant.1": M * (h - f(z) + G * s + fallen),
            "cubic_step": 2 * (t + 1) ** 2 * G**2,
        },
    )
    return induct(claim, base, (*on, counted))
