"""No: with a Lipschitz Hessian gradients alone reach |∇f| ≤ ε with O(ε^(−7/4)), not Ω(ε^(−2)).

The reference is given as the lower bound that matches, "for first-order methods on non-convex f",
and names no class. The bound ε^(−2) of part I, which descent attains, is of functions of which
nothing but a Lipschitz gradient is known. Where the Hessian is Lipschitz as well, which the
documents need for second-order points, restarted accelerated descent takes N ≤ Cε^(−7/4) gradients
(named fact), which is Nε^(15/8) ≤ 1 for all ε ≤ C^(−8); the lower bound for them is in part II.
"""

from provenscape.kernel import Claim, ge, gt, le, real, refute

c, z_0, z, N = real("c z_0 z N")

claim = Claim(
    id="descent-is-best-of-first-order-methods-at-every-smoothness",
    says="There are c > 0 and ε_0 > 0 such that, whichever of its derivatives are Lipschitz, for "
    "ε ≤ ε_0 no first-order method finds with fewer than cε^(−2) gradients a point with ‖∇f‖ ≤ ε "
    "of every non-convex f with a bounded gap.",
    items={"O-98": "whole"},
    where={
        c: "the constant of the lower bound",
        z_0: ("the eighth root of the accuracy from which on it holds", r"\varepsilon_0^{1/8}"),
        z: ("the eighth root of the accuracy", r"\varepsilon^{1/8}"),
        N: "the largest number of gradients that restarted accelerated descent asks for on "
        "functions with L-Lipschitz gradient, ρ-Lipschitz Hessian and a gap of at most Δ",
    },
    given={"accuracy": gt(z), "fine": le(z, z_0), "accelerated": le(N * z**15, 1)},
    then=ge(N * z**16, c),
    constants=(c, z_0),
    facts={"accelerated": "accelerated-descent-finds-stationary-points"},
    about="the number of gradients for a stationary point",
    scope="functions with Lipschitz Hessian, which the sentence does not exclude; ε so small that "
    "the constant of the fact is at most ε^(−1/8)",
)


def refutation():
    root = c * z_0 / (2 * (1 + c) * (1 + z_0))
    return refute(claim, {z: root, N: 1 / root**15})
