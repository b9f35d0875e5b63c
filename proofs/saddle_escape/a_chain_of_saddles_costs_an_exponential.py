"""On a chain of six strict saddles plain descent takes (1 + κ)⁵ times the steps of the first.

With κ = −log(1 − 2ηL)/log(1 + 2ηγ), 1 + κ = 2.29 here: each saddle multiplies the steps, by the law
that the experiment derives. The control has γ = 3/2, for which 1 + κ is smaller.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="a-chain-of-saddles-costs-an-exponential",
    says="On a chain of six strict saddles plain gradient descent needs at least (1 + κ)⁵ times "
    "the steps of the first saddle, 1 + κ = 2.29, with probability at least 95 %.",
    items={"N-37": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(95, 100)),
        p,
        "the sixth saddle is left after at least (1 + κ)⁵ times the steps after which the first "
        "is, κ = −log(1 − 2η)/log(1 + 2η)",
        "gradient descent with step η = 1/8 runs on the chain of Du et al. (2017) with "
        "γ = L = τ = 1, from a start uniform on the cube of side 1 about the first saddle",
        trials=(400, 600),
    ),
    scope="one chain of six saddles, one step length",
)
EVIDENCE = {"table": "chain_counts", "setting": "plain"}
CONTROL = {"table": "chain_counts", "setting": "repulsion 3/2"}
