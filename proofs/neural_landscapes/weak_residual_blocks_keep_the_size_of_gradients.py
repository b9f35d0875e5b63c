"""1 − S ≤ Π(1 − τ_i) and Π(1 + τ_i) ≤ 1/(1 − S) for S = Στ_i < 1: gradients keep their size.

A block I + A with |A| ≤ τ turns a gradient of length r into one of a length between (1 − τ)r and (1
+ τ)r. So through any number of blocks whose norms add up to S < 1, n blocks of norm S/n for
instance, it stays between (1 − S)r and r/(1 − S). A plain layer of norm ρ < 1 leaves at most ρr, so
that n of them leave ρ^n r at most, which vanishes. This is why depth need be no obstacle with skip
connections, at an initialisation with weak branches; it says nothing of strong ones, and nothing of
later training.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, chain, combine, ge, induct, le, lt, real

g, r, S, tau, p = real("g r S tau p")

claim = Claim(
    id="weak-residual-blocks-keep-the-size-of-gradients",
    says="Through any number of residual blocks with branches of norms τ_i, Στ_i = S < 1, a "
    "gradient of length r keeps a length between (1 − S)r and r/(1 − S).",
    items={"L-45": "instance"},
    where={
        g: ("the length of the gradient behind the blocks so far", "|g|"),
        r: "its length before them",
        S: ("the sum of the norms of the branches so far", r"\Sigma"),
        tau: "the norm of the next branch",
        p: "the length of the gradient behind the next block too",
    },
    given={
        "norm": ge(tau),
        "weak": lt(S + tau, 1),
        "length": ge(r),
        "longer": le(p, (1 + tau) * g),
        "shorter": ge(p, (1 - tau) * g),
    },
    then=Invariant(
        (ge(g, (1 - S) * r), le(g * (1 - S), r), ge(S), le(S, 1)),
        start={g: r, S: 0},
        update={g: p, S: S + tau},
    ),
    scope="gradients of a network whose blocks are I + A, A the Jacobian of the branch",
)
witness = [
    {r: 4, tau: Rational(1, 4), p: 3},
    {tau: Rational(1, 4), p: 3},
    {tau: 0, p: 3},
]
countermodels = {
    "weak": [{r: 1, tau: 3, p: 4}, {tau: 0, p: 4}],
    "longer": [{r: 1, tau: 0, p: 2}, {tau: 0, p: 2}],
    "shorter": [{r: 1, tau: 0, p: 0}, {tau: 0, p: 0}],
}


def proof():
    steps = [claim.at_next_state(i) for i in range(4)]
    known = steps[0].given
    small = combine(claim.lemma("small", known, ge(1 - tau)), using={"weak": 1, "invariant.2": 1})
    positive = combine(
        claim.lemma("positive", known, ge(g)), using={"invariant.0": 1, "length": 1 - S}
    )
    return induct(
        claim,
        (None, None, None, None),
        (
            chain(
                steps[0],
                {"small": small},
                using={"shorter": 1, "invariant.0": 1 - tau, "length": tau * S},
            ),
            chain(
                steps[1],
                {"positive": positive},
                using={
                    "longer": 1 - S - tau,
                    "invariant.1": 1,
                    "positive": tau * S + tau**2,
                },
            ),
            combine(steps[2], using={"invariant.2": 1, "norm": 1}),
            combine(steps[3], using={"weak": 1}),
        ),
    )
