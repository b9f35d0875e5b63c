"""If f ≥ f* and each of k epochs lowers f by Φ at least, then kΦ ≤ f(x₀) − f*.

So on a function that is bounded below perturbed descent meets at most (f(x₀) − f*)/Φ points that
are not second-order stationary; on x² − y² there is no such bound. That each epoch gains Φ ~
√(ε³/ρ) with high probability is Jin et al. (2017), for Lipschitz gradient and Hessian.
"""

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, lt, real
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle").f
value, following, first, least, k, Phi, s = real("F F_next F_0 f_min k Phi s")

claim = Claim(
    id="a-lower-bound-makes-stuck-epochs-few",
    says="If every epoch lowers f by Φ that begins at a point which is not approximately "
    "second-order stationary, then on a function bounded below by f* there are at most "
    "(f(x₀) − f*)/Φ of them; x² − y² is not.",
    items={
        "N-32": "instance",
        "O-38": "instance",
    },
    where={
        value: ("the value at the start of the present epoch", "f(x_k)"),
        following: ("the value at its end", "f(x_{k+1})"),
        first: ("the value at the start", "f(x_0)"),
        least: ("a lower bound of the function that is minimised", "f^*"),
        k: "the number of epochs so far, each begun where f is not second-order stationary",
        s: "a place on the y axis",
        Phi: "the gain of such an epoch",
    },
    given={
        "start_above": ge(first, least),
        "bounded_below": ge(following, least),
        "far_out": gt(s**2, -least),
        "gain": le(following, value - Phi),
    },
    then=Invariant(
        (
            le(k * Phi, first - value),
            le(k * Phi, first - least),
            lt(saddle(0, s), least),
        ),
        start={value: first, k: 0},
        update={value: following, k: k + 1},
    ),
    facts={"gain": "perturbed-descent-gains-an-epoch"},
    repairs="the-strict-saddle-property-lets-noisy-descent-converge",
    scope="the fact is about epochs that begin where the gradient is small, and each of them gains "
    "with high probability only; here each does; the last relation says that x² − y² has no "
    "lower bound",
)
witness = [{first: 3, least: 0, following: 2, Phi: 1, s: 1}, {following: 1}, {following: 0}]
countermodels = {
    "far_out": witness[0] | {s: 0},
    "gain": witness[0] | {following: 3},
    "start_above": witness[0] | {least: 4, following: 4, Phi: -1},
    "bounded_below": [{first: 0, least: 0, following: -1, Phi: 1, s: 1}, {following: -2}],
}


def proof():
    step = combine(claim.at_next_state(0), using={"invariant.0": 1, "gain": 1})
    below = combine(claim.at_next_state(1), using={"invariant.0": 1, "gain": 1, "bounded_below": 1})
    unbounded = combine(claim.at_next_state(2), using={"far_out": 1})
    return induct(claim, (None, None, None), (step, below, unbounded))
