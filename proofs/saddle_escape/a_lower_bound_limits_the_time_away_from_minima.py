"""If f ≥ f*, of N epochs (f(x₀) − f* + Nψ)/(Φ + ψ) at most are expected to begin off minima.

Ge, Huang, Jin & Yuan (2015) show that noisy descent gains in the mean, over a bounded number of
steps, where the gradient is large or an eigenvalue is clearly negative; near a minimum it may lose,
since it is noisy. Summed over N epochs, and with E f ≥ f*, this bounds how many of them begin away
from the third alternative, near a local minimum.
"""

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, lt, real
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle").f
F, F_next, first, least, N, T = real("F F_next F_0 f_min N T")
gain, loss, away, s = real("Phi psi a s")
budget = N * loss - T * (gain + loss)

claim = Claim(
    id="a-lower-bound-limits-the-time-away-from-minima",
    says="For a strict saddle function that is bounded below, and a method whose epochs gain Φ in "
    "the mean wherever the gradient is large or an eigenvalue clearly negative and lose ψ at most "
    "elsewhere, of N epochs (f(x₀) − f* + Nψ)/(Φ + ψ) at most are expected to begin there: if ψ is "
    "small beside Φ, few. The function x² − y² has no lower bound.",
    items={
        "E-35": "instance",
        "E-44": "instance",
    },
    where={
        F: ("the mean value at the start of the present epoch", r"\mathbb{E}f(x_N)"),
        F_next: ("the mean value at its end", r"\mathbb{E}f(x_{N+1})"),
        first: ("the value at the start", "f(x_0)"),
        least: ("a lower bound of the function that is minimised", "f^*"),
        N: "the number of epochs so far",
        T: "the expected number of epochs so far that began away from minima",
        gain: "the mean gain of an epoch that begins away from minima",
        loss: "the greatest mean loss of an epoch that begins near one",
        s: "a place on the y axis",
        away: "the probability that the present epoch begins away from minima",
    },
    given={
        "start_above": ge(first, least),
        "bounded_below": ge(F_next, least),
        "far_out": gt(s**2, -least),
        "progress": le(F_next, F - away * gain + (1 - away) * loss),
    },
    then=Invariant(
        (ge(first - F + budget), ge(first - least + budget), lt(saddle(0, s), least)),
        start={F: first, N: 0, T: 0},
        update={F: F_next, N: N + 1, T: T + away},
    ),
    facts={"progress": "noisy-descent-gains-in-the-mean"},
    repairs="noisy-descent-finds-a-minimum-of-every-strict-saddle-function",
    scope="any function and method with these gains and losses; the fact about noisy descent "
    "gives the gains, the bound ψ of the losses is assumed; where Φ + ψ > 0 the second relation is "
    "the bound on T; the last relation says that x² − y² has no lower bound",
)
witness = [
    {first: 3, least: 0, F_next: 2, gain: 1, loss: 1, away: 1, s: 1},
    {F_next: 1, away: 1},
    {F_next: 2, away: 0},
]
countermodels = {
    "far_out": witness[0] | {s: 0},
    "progress": witness[0] | {F_next: 3},
    "start_above": witness[0] | {least: 4, F_next: 4, away: 0},
    "bounded_below": [
        {first: 0, least: 0, F_next: -9, gain: 9, loss: 0, away: 1, s: 1},
        {F_next: -18},
    ],
}


def proof():
    step = combine(claim.at_next_state(0), using={"invariant.0": 1, "progress": 1})
    below = combine(
        claim.at_next_state(1), using={"invariant.0": 1, "progress": 1, "bounded_below": 1}
    )
    unbounded = combine(claim.at_next_state(2), using={"far_out": 1})
    return induct(claim, (None, None, None), (step, below, unbounded))
