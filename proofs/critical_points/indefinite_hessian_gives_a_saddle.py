"""A stationary point whose Hessian has eigenvalues of both signs is a saddle.

Let λ = −γ and λ = μ be eigenvalues of opposite sign with unit eigenvectors u and w. By Taylor's
theorem f(x + εu) < f(x) < f(x + εw) for all ε with 0 < ρε < 3 min(γ, μ): lower as well as higher
values lie arbitrarily near, whatever the other eigenvalues are.
"""

from provenscape.kernel import Claim, combine, conjoin, ge, gt, le, lt, real

gamma, mu, rho, step = real("gamma mu rho step")
fall, rise = real("fall rise")

claim = Claim(
    id="indefinite-hessian-gives-a-saddle",
    says="Where g = 0 and H has eigenvalues −γ < 0 and μ > 0, f takes lower and higher values at "
    "every small distance, so the point is a saddle.",
    items={
        "N-18": "part such-a-hessian-gives-a-saddle",
        "L-18": "part such-a-hessian-gives-a-saddle",
        "L-13": "whole",
        "O-18": "whole",
        "E-10": "part both-signs-give-a-saddle",
    },
    where={
        gamma: "minus an eigenvalue of H, with unit eigenvector u",
        mu: "an eigenvalue of H, with unit eigenvector w",
        rho: "a Lipschitz constant of the Hessian",
        step: ("a distance from the stationary point", r"\varepsilon"),
        fall: ("the change of f along εu", r"f(x+\varepsilon u)-f(x)"),
        rise: ("the change of f along εw", r"f(x+\varepsilon w)-f(x)"),
    },
    given={
        "displaced": gt(step),
        "taylor_down": le(fall, -gamma * step**2 / 2 + rho * step**3 / 6),
        "taylor_up": ge(rise, mu * step**2 / 2 - rho * step**3 / 6),
        "near_for_descent": lt(rho * step, 3 * gamma),
        "near_for_ascent": lt(rho * step, 3 * mu),
    },
    then=(lt(fall, 0), gt(rise)),
    facts={
        "taylor_down": "taylor-with-lipschitz-hessian",
        "taylor_up": "taylor-with-lipschitz-hessian",
    },
    scope="every dimension, further eigenvalues arbitrary",
)
witness = {gamma: 2, mu: 2, rho: 0, step: 1, fall: -1, rise: 1}
countermodels = {
    "displaced": witness | {step: 0, fall: 0, rise: 0},
    "taylor_down": witness | {fall: 0},
    "taylor_up": witness | {rise: 0},
    "near_for_descent": witness | {gamma: 0, fall: 0},
    "near_for_ascent": witness | {mu: 0, rise: 0},
}


def proof():
    down = combine(claim.part(0), using={"taylor_down": 1, "near_for_descent": step**2 / 6})
    up = combine(claim.part(1), using={"taylor_up": 1, "near_for_ascent": step**2 / 6})
    return conjoin(claim, [down, up])
