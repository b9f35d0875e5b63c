"""uv is multiplied by 1 − 4η²g² at each step of SGD on a weight β = u² − v² of a diagonal network.

g is the loss's derivative by β, with whatever noise. The flow conserves uv, and its scale decides
what fit it leads to: from the solution of least norm for a large one to the sparse one of least ℓ1
norm for a small one (Woodworth et al. 2020). SGD makes it smaller, by as much as it meets
gradients, so that it acts like a flow with a smaller start (Pesme, Pillaud-Vivien & Flammarion
2021); and as (u² + v²)² = β² + 4(uv)², the weights that stand for one β are those of less
curvature. A bias of sparsity, that helps if the target is sparse. Each coordinate by itself.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, ge, induct, le, real

u, v, P, R, g, eta, a, b = real("u v P R g eta a b")
y = 4 * eta**2 * g**2

claim = Claim(
    id="residuals-that-persist-shrink-the-scale-of-a-diagonal-network",
    says="SGD on weights β = u² − v² with derivatives g_t of the loss by β and 2η|g_t| ≤ 1 keeps "
    "of uv a share P with 1 − 4η²Σg² ≤ P ≤ 1/(1 + 4η²Σg²), and (u² + v²)² = β² + 4(uv)²: noise "
    "that persists drives it to the weights of least curvature for each β.",
    items={"O-10": "instance"},
    where={
        (u, v): "the two weights that stand for β = u² − v²",
        P: "the share of uv that is left",
        R: (r"the sum of the squared derivatives so far", r"\Sigma"),
        g: "the derivative of the loss by β at the next step, with its noise",
        eta: "the step length",
        (a, b): "the weights at the start",
    },
    given={"short": le(4 * eta**2 * g**2, 1)},
    then=Invariant(
        (
            eq(u * v, P * a * b),
            ge(P),
            le(P, 1),
            le(P * (1 + 4 * eta**2 * R), 1),
            ge(P, 1 - 4 * eta**2 * R),
            ge(R),
            eq((u**2 + v**2) ** 2, (u**2 - v**2) ** 2 + 4 * P**2 * a**2 * b**2),
        ),
        start={u: a, v: b, P: 1, R: 0},
        update={
            u: u - 2 * eta * g * u,
            v: v + 2 * eta * g * v,
            P: (1 - 4 * eta**2 * g**2) * P,
            R: R + g**2,
        },
        fixed=(eta,),
    ),
    scope="one coordinate of a diagonal linear network of two layers",
)
witness = {a: 2, b: 1, eta: Rational(1, 4), g: 1}
countermodels = {"short": [witness | {g: 4}, {g: 4}]}


def proof():
    steps = [claim.at_next_state(i) for i in range(7)]
    return induct(
        claim,
        (None, None, None, None, None, None, combine(claim.at_start(6), using={})),
        (
            combine(steps[0], using={"invariant.0": 1 - y}),
            combine(steps[1], using={"short": P}),
            combine(steps[2], using={"invariant.2": 1, "invariant.1": y}),
            combine(steps[3], using={"invariant.3": 1, "invariant.1": y * 4 * eta**2 * R + y**2}),
            combine(steps[4], using={"invariant.4": 1, "invariant.2": y}),
            combine(steps[5], using={"invariant.5": 1}, squares=[(1, g)]),
            combine(steps[6], using={"invariant.0": 4 * (1 - y) ** 2 * (u * v + P * a * b)}),
        ),
    )
