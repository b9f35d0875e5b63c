"""Momentum of velocity v₀ coasts at most ηβv₀/(1 − β) on a plateau: a wider one stops it.

By the claim momentum-coasts-a-finite-distance the distance z gone obeys z(1 − β) ≤ ηβv₀.
"""

from sympy import Rational

from provenscape.kernel import Claim, ge, gt, le, lt, real, refute

beta, eta, first, z, width = real("beta eta v_0 z w")

claim = Claim(
    id="momentum-crosses-every-plateau",
    items=["L-33"],
    says="The velocity with which an iterate enters a flat saddle region carries it across.",
    given={
        "momentum": gt(beta),
        "damped": lt(beta, 1),
        "moving": gt(first),
        "step": gt(eta),
        "coasting": le(z * (1 - beta), eta * beta * first),
    },
    then=ge(z, width),
    locally=(width,),
    scope="'for some width every plateau of that width is crossed'; an exactly flat plateau, and "
    "an "
    "entry slow in proportion to the width",
)


def refutation():
    return refute(
        claim,
        {beta: Rational(1, 2), eta: 1, first: width / 2, z: width / 2},
    )
