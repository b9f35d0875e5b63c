"""One step of length 1/L contracts the gap of an L-smooth PL function by (1 − µ/L)².

Let f* = 0 and u(t) = sup_z f(z) − ‖z − x₁‖²/(2t): u(0) = f(x₁), (1 − µt)u(t) increases with t
(pl-envelope-grows), and u(1/L) ≤ (1 − µ/L) f(x₀) (pl-envelope-at-the-step). Hence
f(x₁) ≤ (1 − µ/L) u(1/L) ≤ (1 − µ/L)² f(x₀): twice the exponent of the textbook bound. The quadratic
½µx² attains it (pl-one-step-on-a-quadratic). We found no earlier statement of this bound;
Abbaszadehpeivasti, de Klerk & Zamani (2023) have (2L − 2µ)/(2L + µ).
"""

from provenscape.kernel import Claim, combine, ge, gt, le, real

L, mu, f_0, f_1, envelope = real("L mu f_0 f_1 envelope")

claim = Claim(
    id="pl-one-step-squared",
    says="A step of length 1/L multiplies the gap of a PL function by at most (1 − µ/L)².",
    items={},
    where={
        L: "a Lipschitz constant of the gradient",
        mu: "the PL constant",
        f_0: ("the gap at the iterate", "f(x_0)-f^*"),
        f_1: ("the gap at the next one", "f(x_1)-f^*"),
        envelope: (
            "the least upper bound over z of the gap at z less (L/2)‖z − x₁‖²",
            r"\sup_z f(z)-f^*-\tfrac{L}{2}\|z-x_1\|^2",
        ),
    },
    given={
        "smooth": gt(L),
        "contraction": ge(L, mu),
        "envelope_at_the_step": le(envelope, (1 - mu / L) * f_0),
        "envelope_grows": ge((1 - mu / L) * envelope, f_1),
    },
    then=le(f_1, (1 - mu / L) ** 2 * f_0),
    facts={
        "contraction": "quadratic-upper-bound",
        "envelope_at_the_step": "quadratic-upper-bound",
        "envelope_grows": "danskin-theorem",
    },
    bridges=(
        "first-order-necessary-condition",
        "monotone-functions-have-signed-derivatives",
        "strongly-convex-functions-have-a-minimiser",
    ),
    tight=True,
    scope="every dimension; attained by ½µx²",
)
witness = {L: 2, mu: 1, f_0: 4, f_1: 1, envelope: 2}
equality = witness
countermodels = {
    "contraction": {L: 1, mu: 2, f_0: 0, f_1: 2, envelope: -2},
    "envelope_at_the_step": witness | {envelope: 4, f_1: 2},
    "envelope_grows": witness | {f_1: 2},
}


def proof():
    return combine(claim, using={"envelope_grows": 1, "envelope_at_the_step": (L - mu) / L})
