"""On digits λ_max along full-batch descent with step η comes to 2/η and stays near it.

Cohen, Kaur, Li, Kolter & Talwalkar (2021) found it in many networks. λ_max rises first, in the mean
from 0.7 of 2/η, and the loss goes on falling at the edge. So how sharp the weights are that
full-batch descent finds is said by the step as much as by the loss. The control has batches of 8
and the same step: λ_max stays at about 0.6 of 2/η.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="descent-comes-to-the-edge-of-stability",
    says="Small tanh networks on 192 digits with squared loss: in half of the runs of full-batch "
    "descent with step η = 3/10 at least λ_max of the Hessian is within a tenth of 2/η after 1000 "
    "and 1200 steps.",
    items={"O-65": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(1, 2)),
        p,
        "after 1000 and 1200 steps λ_max of the Hessian is between 9/10 and 11/10 of 2/η",
        "192 of the 1797 digits and a start of a tanh network 64–32–32–10 are drawn; full-batch "
        "descent with step η = 3/10 runs on half the mean squared distance to the digits' unit "
        "vectors",
        trials=(32,),
    ),
    scope="one data set, one small architecture, one step; λ_max as Lanczos' method has it",
)
EVIDENCE = {"table": "edge_counts", "setting": "batches of 192"}
CONTROL = {"table": "edge_counts", "setting": "batches of 8"}
