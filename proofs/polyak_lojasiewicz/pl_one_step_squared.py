"""One step of length 1/L contracts the gap of an L-smooth PL function by (1 − µ/L)², and no better.

Let f* = 0 and u(t) = max_z f(z) − ‖z − x₁‖²/(2t): u(0) = f(x₁), (1 − µt)u(t) increases with t
(pl-envelope-grows), and u(1/L) ≤ (1 − µ/L) f(x₀) (pl-envelope-at-the-step). Hence
f(x₁) ≤ (1 − µ/L) u(1/L) ≤ (1 − µ/L)² f(x₀): twice the exponent of the textbook bound. The quadratic
½µx² attains it (pl-one-step-on-a-quadratic). We found no earlier statement of this bound;
Abbaszadehpeivasti, de Klerk & Zamani (2023) have (2L − 2µ)/(2L + µ).
"""

from provenscape.kernel import Claim, combine, ge, gt, le, real

L, mu, f0, f1, envelope = real("L mu f0 f1 envelope")  # gaps at x₀ and x₁, and u(1/L)

claim = Claim(
    id="pl-one-step-squared",
    items=["O-50"],
    says="The best factor of one step of length 1/L over all L-smooth PL functions is (1 − µ/L)².",
    given={
        "smooth": gt(L),
        "contraction": ge(L, mu),
        "envelope_at_the_step": le(envelope, (1 - mu / L) * f0),
        "envelope_grows": ge((1 - mu / L) * envelope, f1),
    },
    then=le(f1, (1 - mu / L) ** 2 * f0),
    tight=True,
    scope="envelope_grows is pl-envelope-grows integrated over 0 < t < 1/L, a step of calculus "
    "that the kernel does not check; attained by ½µx²",
)
witness = {L: 2, mu: 1, f0: 4, f1: 1, envelope: 2}
equality = witness
countermodels = {
    "contraction": {L: 1, mu: 2, f0: 0, f1: 2, envelope: -2},
    "envelope_at_the_step": witness | {envelope: 4, f1: 2},
    "envelope_grows": witness | {f1: 2},
}


def proof():
    return combine(claim, using={"envelope_grows": 1, "envelope_at_the_step": (L - mu) / L})
