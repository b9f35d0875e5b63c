"""Without ‖u‖ = 1 the change of f along εu is not near −γε²/2: on x² − y² −4ε² for u = (0, 2).

u is an eigenvector for λ_min = −γ = −2 of the Hessian diag(2, −2), and −γε²/2 = −ε².
"""

from provenscape.kernel import Claim, function, le, lt, real, refute

x, y, epsilon, kappa, r = real("x y epsilon kappa r")
f = function("f", (x, y), x**2 - y**2)
gamma = -f.partial(y, y, at=(0, 0))
change = f(0, 2 * epsilon) - f(0, 0)

claim = Claim(
    id="every-eigenvector-gives-the-quadratic-model",
    says="Along any eigenvector u for λ_min = −γ f(εu) − f(0) is −γε²/2 up to κε², for every κ > 0 "
    "and all short enough ε.",
    items={"N-34": "whole"},
    where={
        epsilon: "the displacement in units of u",
        kappa: "the fraction of ε² that the error may reach",
        r: "how short ε is to be",
    },
    given={"tolerance": lt(0, kappa), "displaced": lt(0, epsilon), "short": lt(epsilon, r)},
    then=le((change + gamma * epsilon**2 / 2) ** 2, kappa**2 * epsilon**4),
    parameters=(kappa,),
    constants=(r,),
    about="the change of f along an eigenvector of λ_min at a stationary point",
    scope="x² − y² at its saddle, the origin, with u = (0, 2)",
)


def refutation():
    return refute(claim, {kappa: 1, epsilon: r / 2})
