"""Where the features of the last hidden layer have full rank, a stationary point fits all data.

The output weights a enter as Φa, so that ∂L/∂a = Φ'r with r the residuals. If ΦΦ' ⪰ µI with µ > 0,
Φ'r = 0 leaves r = 0: a global minimum. Full rank takes at least as many neurons as data.
"""

from provenscape.kernel import Claim, combine, eq, ge, gt, le, real

residual, slope, mu = real("R S mu")

claim = Claim(
    id="wide-networks-have-saddles-only-where-features-degenerate",
    says="In a network with a linear output layer and squared loss a stationary point at which the "
    "features of the last hidden layer have full rank over the data has loss 0 and is a global "
    "minimum: saddles need degenerate features.",
    items={"L-19": "instance", "L-23": "instance", "N-12": "instance"},
    where={
        residual: ("the squared norm of the residuals", r"\|r\|^2"),
        slope: (
            "the squared norm of the gradient along the output weights, Φ the features",
            r"\|\Phi^\top r\|^2",
        ),
        mu: "a number with ΦΦ' ⪰ µI",
    },
    given={
        "features": ge(slope, mu * residual),
        "full_rank": gt(mu),
        "stationary": eq(slope),
    },
    then=le(residual, 0),
    tight=True,
    scope="any activation, depth and number of weights, at least as many neurons in the last "
    "hidden layer as data; how often features degenerate is left open",
)
witness = {residual: 0, slope: 0, mu: 1}
equality = witness
countermodels = {
    "features": {residual: 1, slope: 0, mu: 1},
    "full_rank": {residual: 1, slope: 0, mu: 0},
    "stationary": {residual: 1, slope: 1, mu: 1},
}


def proof():
    return combine(claim, using={"features": 1, "stationary": -1}, scale=mu)
