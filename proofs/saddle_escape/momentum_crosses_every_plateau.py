"""Momentum of velocity v₀ coasts at most ηβv₀/(1 − β) on a plateau: a wider one stops it.

By the claim momentum-coasts-a-finite-distance the distance gone tends to z with z(1 − β) = ηβv₀.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, ge, gt, lt, real, refute

beta, eta, first, z, width = real("beta eta v_0 z w")

claim = Claim(
    id="momentum-crosses-every-plateau",
    says="The velocity with which an iterate enters a flat saddle region carries it across: at "
    "least, some width is crossed by every iterate that enters.",
    items={"L-33": "whole", "L-30": "part coasts-through"},
    where={
        beta: "the momentum coefficient",
        eta: "the step length",
        first: "the velocity at the entry",
        z: "the distance gone on the plateau until rest, by which all that is less is crossed",
        width: "the width of a plateau",
    },
    given={
        "momentum": gt(beta),
        "damped": lt(beta, 1),
        "moving": gt(first),
        "step": gt(eta),
        "coasting": eq(z * (1 - beta), eta * beta * first),
    },
    then=ge(z, width),
    constants=(width,),
    scope="an exactly flat plateau, and an entry slow in proportion to the width",
)


def refutation():
    return refute(
        claim,
        {beta: Rational(1, 2), eta: 1, first: width / 2, z: width / 2},
    )
