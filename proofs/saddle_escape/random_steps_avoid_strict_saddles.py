"""A random step length and a random start avoid strict saddles of every twice differentiable f.

The step lengths η at which starts of positive measure reach a strict saddle have measure zero
(Muşat & Boumal 2025): 1, ½, ⅓, … are such for the function that refutes the sentence without a word
on η (descent-avoids-strict-saddles-at-every-step-length). The reason is that I − η∇²f(x) is
singular for at most d step lengths at each x, so that for almost every η it is invertible at almost
every x, and preimages of null sets are null. No Lipschitz constant is needed. With η
drawn first and x₀ then, P = E p(η) ≤ P(η bad) + sup of p over the others.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, le, real

P, q, b = real("P q b")

claim = Claim(
    id="random-steps-avoid-strict-saddles",
    says="If f is twice continuously differentiable, and step length and start are drawn "
    "independently from laws with densities, gradient descent converges to a strict saddle with "
    "probability 0, however long the steps and without a Lipschitz gradient.",
    items={"E-47": "whole"},
    where={
        P: "the probability that the run converges to a strict saddle",
        q: "the probability that the step length is of the null set of exceptions",
        b: "the greatest probability that a run with another step length does",
    },
    given={
        "null_set_of_steps": le(q, 0),
        "null_set_of_starts": le(b, 0),
        "some_share": le(q, 1),
        "chance": ge(b),
        "total": le(P, q + (1 - q) * b),
    },
    then=le(P, 0),
    facts={
        "null_set_of_steps": "descent-avoids-strict-saddles-at-almost-every-step-length",
        "null_set_of_starts": "descent-avoids-strict-saddles-at-almost-every-step-length",
    },
    repairs="descent-avoids-strict-saddles-at-every-step-length",
    about="gradient descent from a random start",
    scope="every dimension; 'total' splits the probability by the step length, exceptions counted "
    "in full",
)
half = Rational(1, 2)
witness = {P: 0, q: 0, b: 0}
countermodels = {
    "null_set_of_steps": {P: half, q: half, b: 0},
    "null_set_of_starts": {P: half, q: 0, b: half},
    "total": {P: 1, q: 0, b: 0},
}


def proof():
    return combine(
        claim,
        using={"total": 1, "null_set_of_steps": 1, "null_set_of_starts": 1 - q},
    )
