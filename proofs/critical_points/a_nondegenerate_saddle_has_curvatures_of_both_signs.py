"""At a saddle whose Hessian is not singular the Hessian has eigenvalues of both signs.

Let no eigenvalue be smaller in size than s, and let points at distances d < 3s/ρ be no higher, and
others no lower, than the saddle. By Taylor's theorem λ_min d²/2 − ρd³/6 ≤ 0 at the first, so that
λ_min ≤ ρd/3 < s, which leaves λ_min ≤ −s; likewise λ_max ≥ s from the others.
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, conjoin, ge, gt, le, lt, real

low, high, s, rho = real("low high s rho")
fall, rise, form_down, form_up, down, up = real("fall rise form_down form_up d_1 d_2")

claim = Claim(
    id="a-nondegenerate-saddle-has-curvatures-of-both-signs",
    says="Where g = 0, no eigenvalue of H is within s of 0, and f has values that are no higher "
    "and values that are no lower at other points within a distance of 3s/ρ, as at a saddle it "
    "has at every distance, H has positive and negative eigenvalues.",
    items={
        "N-18": "part a-saddle-has-such-a-hessian",
        "L-18": "part a-saddle-has-such-a-hessian",
    },
    where={
        low: ("the least eigenvalue of H", r"\lambda_{\min}"),
        high: ("the greatest eigenvalue of H", r"\lambda_{\max}"),
        s: "a positive number that no eigenvalue is below in size",
        rho: "a Lipschitz constant of the Hessian",
        fall: ("the change of f along a displacement v", "f(x+v)-f(x)"),
        form_down: ("the quadratic form of H at v", r"v^\top Hv"),
        down: ("the length of v", r"\|v\|"),
        rise: ("the change of f along a displacement w", "f(x+w)-f(x)"),
        form_up: ("the quadratic form of H at w", r"w^\top Hw"),
        up: ("the length of w", r"\|w\|"),
    },
    given={
        "nonsingular": gt(s),
        "low_not_zero": ge(low**2, s**2),
        "high_not_zero": ge(high**2, s**2),
        "no_higher": le(fall, 0),
        "no_lower": ge(rise),
        "displaced_by_v": gt(down),
        "displaced_by_w": gt(up),
        "v_near": lt(rho * down, 3 * s),
        "w_near": lt(rho * up, 3 * s),
        "least": ge(form_down, low * down**2),
        "greatest": le(form_up, high * up**2),
        "taylor_along_v": ge(fall, form_down / 2 - rho * down**3 / 6),
        "taylor_along_w": le(rise, form_up / 2 + rho * up**3 / 6),
    },
    then=(lt(low, 0), gt(high)),
    facts={
        "least": "rayleigh-quotient",
        "greatest": "rayleigh-quotient",
        "taylor_along_v": "taylor-with-lipschitz-hessian",
        "taylor_along_w": "taylor-with-lipschitz-hessian",
    },
    repairs="a-saddle-has-an-indefinite-hessian",
    about="a saddle and its Hessian",
    scope="every dimension; a symmetric Hessian, ρ-Lipschitz on a convex set with the three points",
)
witness = {
    low: -2, high: 2, s: 1, rho: 0, fall: -1, rise: 1, form_down: -2, form_up: 2, down: 1, up: 1,
}  # fmt: skip
bowl = witness | {low: 2, form_down: 2}
countermodels = {
    "low_not_zero": witness | {low: 0, form_down: 0, fall: 0},
    "high_not_zero": witness | {high: 0, form_up: 0, rise: 0},
    "no_higher": bowl | {fall: 1},
    "no_lower": witness | {high: -2, form_up: -2, rise: -1},
    "displaced_by_v": bowl | {down: 0, form_down: 0, fall: 0},
    "displaced_by_w": witness | {high: -2, up: 0, form_up: 0, rise: 0},
    "v_near": bowl | {rho: 9, fall: 0, up: Rational(1, 4), form_up: Rational(1, 8), rise: 0},
    "w_near": witness
    | {high: -2, rho: 9, form_up: -2, rise: 0, down: Rational(1, 4), fall: 0}
    | {form_down: -Rational(1, 8)},
    "least": bowl | {form_down: -2},
    "greatest": witness | {high: -2},
    "taylor_along_v": bowl,
    "taylor_along_w": witness | {high: -2, form_up: -2},
}


def proof():
    below = combine(
        claim.lemma("low < s", claim.given, lt(low, s)),
        using={
            "least": 1,
            "taylor_along_v": 2,
            "no_higher": 2,
            "v_near": down**2 / 3,
        },
        scale=down**2,
    )
    above = combine(
        claim.lemma("high > -s", claim.given, gt(high, -s)),
        using={
            "greatest": 1,
            "taylor_along_w": 2,
            "no_lower": 2,
            "w_near": up**2 / 3,
        },
        scale=up**2,
    )
    # −λ(s − λ) = (λ² − s²) + s(s − λ)
    negative = chain(
        claim.part(0), {"below": below}, using={"low_not_zero": 1, "below": s}, scale=s - low
    )
    positive = chain(
        claim.part(1), {"above": above}, using={"high_not_zero": 1, "above": s}, scale=s + high
    )
    return conjoin(claim, [negative, positive])
