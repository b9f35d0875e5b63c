"""A stationary point with nonsingular Hessian is a strict minimum, a strict maximum or a saddle.

If all eigenvalues are positive, or all negative, it is an extremum (claims
positive-definite-hessian-gives-a-strict-minimum, negative-definite-hessian-gives-a-strict-maximum).
In the only other case λ_min < 0 < λ_max, and f takes lower values along the one eigenvector and
higher ones along the other, at every distance below 3s/ρ with s the least size of an eigenvalue.
"""

from provenscape.kernel import Claim, chain, combine, conjoin, ge, gt, le, lt, real

low, high, s, rho, step, fall, rise = real("low high s rho step fall rise")

claim = Claim(
    id="nonsingular-hessians-are-of-three-kinds",
    says="Where g = 0, no eigenvalue of H is 0 and they are neither all positive nor all negative, "
    "λ_min < 0 < λ_max, and f has lower values along an eigenvector and higher ones along another, "
    "at every distance below 3s/ρ at which the point there is still in a convex open set where H "
    "is ρ-Lipschitz, s the least size of an eigenvalue: the third kind is neither a local minimum "
    "nor a local maximum.",
    items={"N-N1": "whole", "L-10": "whole"},
    where={
        low: ("the least eigenvalue of H, with unit eigenvector u", r"\lambda_{\min}"),
        high: ("the greatest eigenvalue of H, with unit eigenvector w", r"\lambda_{\max}"),
        s: "a positive number that no eigenvalue is below in size",
        rho: "a Lipschitz constant of the Hessian",
        step: ("a distance from the stationary point", r"\varepsilon"),
        fall: ("the change of f along εu", r"f(x+\varepsilon u)-f(x)"),
        rise: ("the change of f along εw", r"f(x+\varepsilon w)-f(x)"),
    },
    given={
        "nonsingular": gt(s),
        "low_not_zero": ge(low**2, s**2),
        "high_not_zero": ge(high**2, s**2),
        "not_positive_definite": le(low, 0),
        "not_negative_definite": ge(high),
        "displaced": gt(step),
        "near": lt(rho * step, 3 * s),
        "taylor_down": le(fall, low * step**2 / 2 + rho * step**3 / 6),
        "taylor_up": ge(rise, high * step**2 / 2 - rho * step**3 / 6),
    },
    then=(lt(low, 0), gt(high), lt(fall, 0), gt(rise)),
    facts={
        "taylor_down": "taylor-with-lipschitz-hessian",
        "taylor_up": "taylor-with-lipschitz-hessian",
    },
    bridges=("spectral-theorem", "second-order-sufficient-condition"),
    repairs="all-hessians-are-of-three-kinds",
    about="the kinds of Hessians",
    scope="every dimension",
)
witness = {low: -1, high: 1, s: 1, rho: 1, step: 1, fall: -1, rise: 1}
countermodels = {
    "low_not_zero": witness | {low: 0},
    "high_not_zero": witness | {high: 0},
    "not_positive_definite": witness | {low: 1, high: 2},
    "not_negative_definite": witness | {low: -2, high: -1},
    "displaced": witness | {step: 0, fall: 0, rise: 0},
    "near": witness | {rho: 3, fall: 0},
    "taylor_down": witness | {fall: 0},
    "taylor_up": witness | {rise: 0},
}


def proof():
    given = claim.given
    far_below = combine(
        claim.lemma("low", given, le(low, -s)),
        using={"low_not_zero": 1},
        scale=s - low,
    )
    far_above = combine(
        claim.lemma("high", given, ge(high, s)),
        using={"high_not_zero": 1},
        scale=s + high,
    )
    lemmas = {"below": far_below, "above": far_above}
    half = step**2 / 2
    parts = (
        ({"below": 1, "nonsingular": 1}),
        ({"above": 1, "nonsingular": 1}),
        ({"taylor_down": 1, "below": half, "near": half / 3}),
        ({"taylor_up": 1, "above": half, "near": half / 3}),
    )
    return conjoin(claim, [chain(claim.part(i), lemmas, using) for i, using in enumerate(parts)])
