"""With as many last hidden units as data a strict local minimum of the squared loss has loss 0.

The output is Φa, Φ the features of n data and m ≥ n units (a bias counts as one). Along a direction
d of the output weights the loss changes by t⟨Φᵀr, d⟩ + ½t²|Φd|², at a stationary point by ½t²|Φd|²:
at a strict minimum |Φd|² ≥ s > 0 for all unit vectors d. Then Φ has the rank m, so that m = n, and
|Φᵀr|² ≥ s|r|²: as Φᵀr = 0, r = 0. For m > n there is no strict minimum at all. Any activation,
depth and data will do; bad minima that are not strict remain, at every width. What holds for wider
networks, that no basin lacks a fit, is in `wide-networks-have-no-basin-without-a-fit`; with convex
losses and every continuous activation it is a theorem of Li, Ding & Sun (2022).
"""

from provenscape.kernel import Claim, combine, eq, ge, gt, le, real

t, s, sigma, R, S, slope, excess = real("t s sigma R S slope excess")

claim = Claim(
    id="strict-minima-of-wide-networks-are-global",
    says="In a network of any depth and activation with a linear output layer, at least as many "
    "units in the last hidden layer as data, and squared loss, every strict local minimum has "
    "loss 0; strict ones there are for equally many only, not for more units than data.",
    items={"O-09": "instance", "O-54": "instance", "N-46": "instance", "N-96": "instance"},
    where={
        s: (
            "the least eigenvalue of ΦᵀΦ, Φ the features by data and units",
            r"\lambda_{\min}(\Phi^\top\Phi)",
        ),
        sigma: ("the least eigenvalue of ΦΦᵀ", r"\lambda_{\min}(\Phi\Phi^\top)"),
        t: "a distance along a unit eigenvector d of s, in the space of output weights",
        excess: "the loss at that distance less the loss at the minimum",
        slope: ("the slope of the loss along d", r"\langle\Phi^\top r, d\rangle"),
        S: ("the squared gradient along all output weights", r"\|\Phi^\top r\|^2"),
        R: ("the squared norm of the residuals, twice the loss", r"\|r\|^2"),
    },
    given={
        "strict": gt(excess),
        "along_d": eq(excess, t * slope + t**2 * s / 2),
        "stationary_along_d": eq(slope),
        "stationary": eq(S),
        "norm": ge(R),
        "features": ge(S, sigma * R),
        "as_many_units_as_data": ge(sigma, s),
    },
    then=le(R, 0),
    facts={
        "as_many_units_as_data": "singular-value-decomposition",
        "features": "rayleigh-quotient",
    },
    repairs="local-minima-of-wide-networks-are-global",
    about="local minima of the squared loss of a network",
    scope="one output; with more units than data s is 0, which 'strict' and 'along_d' exclude",
)
witness = {t: 1, s: 2, sigma: 2, R: 0, S: 0, slope: 0, excess: 1}
bad = witness | {R: 1}
countermodels = {
    "strict": bad | {s: 0, sigma: 0, excess: 0},
    "along_d": bad | {s: 0, sigma: 0},
    "stationary_along_d": bad | {s: 0, sigma: 0, slope: 1},
    "stationary": bad | {S: 2},
    "features": bad,
    "as_many_units_as_data": bad | {sigma: 0},
}


def proof():
    return combine(
        claim,
        using={
            "along_d": -R,
            "stationary_along_d": -R * t,
            "features": t**2 / 2,
            "as_many_units_as_data": R * t**2 / 2,
            "stationary": -(t**2) / 2,
        },
        scale=excess,
    )
