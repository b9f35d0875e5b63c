"""On a PL function every stationary point is a global minimiser.

The inequality at a point with ∇f = 0 leaves no gap: a definition unfolded. Karimi, Nutini & Schmidt
(2016), Section 2.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, ge, gt, le, real

mu, grad2, gap = real("mu grad2 gap")

claim = Claim(
    id="pl-stationary-points-are-global-minima",
    says="PL with µ > 0 makes every stationary point a global minimiser.",
    items={"O-42": "definition"},
    where={
        mu: "the PL constant",
        grad2: ("the squared gradient norm at the point", r"\|\nabla f(x)\|^2"),
        gap: ("the gap there", "f(x)-f^*"),
    },
    given={"pl_constant": gt(mu), "pl": ge(grad2 / 2, mu * gap), "stationary": eq(grad2)},
    then=le(gap),
    tight=True,
    scope="every dimension; differentiable functions that are PL on the whole space",
)
witness = {mu: 1, grad2: 0, gap: 0}
equality = witness
countermodels = {
    "pl_constant": {mu: 0, grad2: 0, gap: 1},
    "pl": {mu: 1, grad2: 0, gap: 1},
    "stationary": {mu: 1, grad2: 2, gap: 1},
}


def proof():
    return combine(claim, using={"pl": 1, "stationary": Rational(-1, 2)}, scale=mu)
