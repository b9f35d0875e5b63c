"""The factor log⁴(dLΔ/(ε²δ)) of Jin et al. grows as ε falls, say from log⁴ 4 to log⁴ 16.

So the ε-dependence of perturbed descent is not that of plain descent, 1/ε², but 1/ε² times a power
of log 1/ε. Nor is the factor the only price: the theorem asks for a Lipschitz Hessian as well, and
holds with probability 1 − δ. The bound with a single log n, Zhang & Li (2021), is for another
algorithm.
"""

from sympy import log

from provenscape.kernel import Claim, eq, gt, real, refute

K, eps = real("K epsilon")

claim = Claim(
    id="polylog-factor-does-not-depend-on-accuracy",
    says="In the bound for perturbed descent dimension and failure probability occur only in a "
    "factor log(n/δ), so that the dependence on ε is that of plain descent: the factor is the same "
    "for ε and for ε/2.",
    items={"O-37": "part same-dependence-on-accuracy", "N-41": "part of-the-credited-bound"},
    where={K: ("what the logarithm has besides ε", r"dL\Delta/\delta"), eps: "the accuracy ε"},
    given={"problem": gt(K), "accuracy": gt(eps**2)},
    then=eq(log(K / (eps / 2) ** 2) ** 4, log(K / eps**2) ** 4),
    bridges=("perturbed-descent-theorem",),
    scope="the factor as published, log⁴(dLΔ/(ε²δ))",
)


def refutation():
    return refute(claim, {K: 4, eps: 1})
