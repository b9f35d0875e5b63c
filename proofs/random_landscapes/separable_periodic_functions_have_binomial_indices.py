"""Σ gⱼ(xⱼ) with periodic gⱼ has C(n, k) N₀ critical points of index k, a share of C(n, k)/2ⁿ.

A critical point is one of each gⱼ, and its index the number of maxima among these. On each circle
there are as many maxima as minima (claim critical-points-on-a-circle-are-half-minima), m of either,
so that the generating function Σ N_k zᵏ is multiplied by m (1 + z) with each variable, and the
number N₀ of minima by m. Its coefficients are N₀ C(n, k), and at z = 1 it counts N₀ 2ⁿ points. No
randomness is needed.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, induct, real

z, generating, minima, power = real("z G N_0 p")
wells, peaks = real("m M")

claim = Claim(
    id="separable-periodic-functions-have-binomial-indices",
    says="A sum of n periodic functions of one variable each, random or not, has C(n, k)/2ⁿ of its "
    "critical points of index k if none is degenerate: minima are exactly 2⁻ⁿ of them.",
    items={"N-24": "instance", "N-25": "instance"},
    where={
        z: "the argument of the generating function",
        generating: (
            "the sum over k of zᵏ times the number of critical points of index k, n variables",
            "G_n(z)",
        ),
        minima: "the number of minima, n variables",
        power: ("the power n of 1 + z", "(1+z)^n"),
        (wells, peaks): "how many minima and maxima the function of the next variable has",
    },
    given={"morse_on_the_circle": eq(wells, peaks)},
    then=Invariant(
        eq(generating, minima * power),
        start={generating: 1, minima: 1, power: 1},
        update={
            generating: generating * (wells + peaks * z),
            minima: minima * wells,
            power: power * (1 + z),
        },
        fixed=(z,),
    ),
    facts={"morse_on_the_circle": "morse-relation"},
    bridges=("binomial-theorem",),
    scope="every n; functions without mixed terms, periodic in every variable",
)
witness = [{z: 1, wells: 1, peaks: 1}, {wells: 2, peaks: 2}, {wells: 3, peaks: 3}]
countermodels = {"morse_on_the_circle": {z: 1, wells: 2, peaks: 1}}


def proof():
    step = combine(
        claim.at_next_state(),
        using={"invariant": wells + peaks * z, "morse_on_the_circle": -minima * power * z},
    )
    return induct(claim, None, step)
