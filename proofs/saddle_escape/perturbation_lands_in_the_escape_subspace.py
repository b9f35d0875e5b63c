"""On x² − y² the escape subspace is the y axis; every perturbation with ξ_x > 0 misses it.

By symmetry that is half of all perturbations with a density, and with ξ_x < 0 almost all: a proper
subspace has probability 0, not 1.
"""

from provenscape.kernel import Claim, eq, gt, real, refute

xi_x, xi_y = real("xi_x xi_y")

claim = Claim(
    id="perturbation-lands-in-the-escape-subspace",
    items=["N-42"],
    says="Almost every random perturbation lies in the subspace of negative curvature.",
    given={"right_half": gt(xi_x)},
    then=eq(xi_x),
    scope="the saddle x² − y², with escape subspace {x = 0}; the hypothesis is an event of "
    "probability one half",
)


def refutation():
    return refute(claim, {xi_x: 1, xi_y: 1})
