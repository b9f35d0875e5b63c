"""The envelope u(t) = max_z f(z) − ‖z − x₁‖²/(2t) of a PL function has (1 − µt)u′ ≥ µu.

Here f* = 0. At the maximiser z the gradient is (z − x₁)/t, so that
u = f(z) − t·G with G = ½‖∇f(z)‖², and u′ = G
by Danskin's theorem. PL at z, G ≥ µf(z), is the inequality. So (1 − µt)u(t) increases with t.
"""

from provenscape.kernel import Claim, combine, eq, ge, real

mu, t, u, f_z, G = real("mu t u f_z G")

claim = Claim(
    id="pl-envelope-grows",
    says="The envelope u of a PL function, u(t) = max_z f(z) − f* − ‖z − x₁‖²/(2t) for t < 1/L, "
    "has (1 − µt)u′ ≥ µu.",
    items={},
    where={
        mu: "the PL constant",
        t: "the parameter of the envelope",
        u: ("the envelope", "u(t)"),
        f_z: ("the gap at the maximiser z", "f(z)-f^*"),
        G: ("half the squared gradient norm at z, the slope of u", "u'(t)"),
    },
    given={"envelope": eq(u, f_z - t * G), "pl": ge(G, mu * f_z)},
    then=ge((1 - mu * t) * G, mu * u),
    facts={"envelope": "first-order-necessary-condition"},
    bridges=("danskin-theorem", "strongly-convex-functions-have-a-minimiser"),
    tight=True,
    scope="t < 1/L, where the maximiser is unique",
)
witness = {mu: 1, t: 0, u: 1, f_z: 1, G: 1}
equality = witness
points = [{mu: 1, t: 1, u: 0, f_z: 1, G: 1}]
countermodels = {
    "envelope": {mu: 1, t: 0, u: 2, f_z: 1, G: 1},
    "pl": {mu: 1, t: 0, u: 1, f_z: 1, G: 0},
}


def proof():
    return combine(claim, using={"pl": 1, "envelope": -mu})
