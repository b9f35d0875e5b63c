"""On an L-smooth PL function T steps of length 1/L shrink the gap by (1 − µ/L)^T at least.

Polyak (1963); Karimi, Nutini & Schmidt (2016), Theorem 1. Induction over the one-step bound; Q
stands for (1 − µ/L)^T, which the iteration multiplies by 1 − µ/L at each step.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

L, mu, grad2, gap, gap_next = real("L mu grad2 gap gap_next")
Q, start, first_gap = real("Q start first_gap")  # (1 − µ/L)^T, f(x_0) − f* and a bound on it

claim = Claim(
    id="pl-linear-rate",
    items=["O-N1", "O-50", "O-63"],
    says="With step 1/L the gap after T steps is at most (1 − µ/L)^T times the first gap.",
    given={
        "smooth": gt(L),
        "first": le(start, first_gap),
        "contraction": ge(L, mu),
        "descent": le(gap_next, gap - grad2 / (2 * L)),
        "pl": ge(grad2, 2 * mu * gap),
    },
    then=Invariant(
        le(gap, Q * first_gap),
        start={gap: start, Q: 1},
        update={gap: gap_next, Q: (1 - mu / L) * Q},
    ),
    scope="Q = (1 − µ/L)^T; first_gap is the first gap or any bound on it; hypotheses assumed at "
    "every step; µ ≤ L by pl-constant-at-most-L",
)
witness = {L: 2, mu: 1, grad2: 4, gap: 2, gap_next: 1, Q: 1, start: 2, first_gap: 2}
countermodels = {
    "first": witness | {first_gap: 1},
    "contraction": witness | {L: 1, mu: 2, gap: 1, start: 1, gap_next: -1, first_gap: 9},
    "descent": witness | {gap_next: 2},
    "pl": witness | {grad2: 0, gap_next: 2},
}


def proof():
    bound = claim.then
    first = {name: claim.given[name] for name in claim.given if name == "first"}
    base = combine(
        replace(claim, given=first, then=bound.relation.subs(bound.start)), using={"first": 1}
    )
    given = {**claim.given, "the invariant": bound.relation}
    step = combine(
        replace(claim, given=given, then=bound.relation.subs(bound.update)),
        using={"descent": 1, "pl": 1 / (2 * L), "the invariant": (L - mu) / L},
    )
    return induct(claim, base, step)
