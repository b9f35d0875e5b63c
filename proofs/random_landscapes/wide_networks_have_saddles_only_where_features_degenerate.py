"""Where the features of the last hidden layer have full rank, a stationary point fits all data.

The output weights a enter as Φa, so that ∂L/∂a = Φ'r with r the residuals. If ΦΦ' ⪰ µI with µ > 0,
Φ'r = 0 leaves r = 0: a global minimum. With at least as many neurons as data and an analytic
activation the features are deficient on a set of measure zero alone (Nguyen & Hein 2017).
"""

from provenscape.kernel import Claim, combine, eq, ge, gt, le, real

residual, slope, mu = real("R S mu")  # |r|², |Φ'r|² and the least eigenvalue of ΦΦ'

claim = Claim(
    id="wide-networks-have-saddles-only-where-features-degenerate",
    items=["L-19", "L-23", "N-12"],
    says="In a network whose last hidden layer has at least as many neurons as there are data, a "
    "stationary point with features of full rank is a global minimum, of loss 0; saddles need "
    "degenerate features.",
    given={
        "least_eigenvalue": ge(slope, mu * residual),
        "full_rank": gt(mu),
        "stationary": eq(slope),
    },
    then=le(residual, 0),
    tight=True,
    scope="squared loss, linear output layer, any activation, depth and number of weights; |r|² ≥ "
    "0 makes it 0; how often training meets degenerate features is not decided",
)
witness = {residual: 0, slope: 0, mu: 1}
equality = witness
countermodels = {
    "least_eigenvalue": {residual: 1, slope: 0, mu: 1},
    "full_rank": {residual: 1, slope: 0, mu: 0},
    "stationary": {residual: 1, slope: 1, mu: 1},
}


def proof():
    return combine(claim, using={"least_eigenvalue": 1, "stationary": -1}, scale=mu)
