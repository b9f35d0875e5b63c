"""No: with a Lipschitz Hessian gradients alone reach |∇f| ≤ ε with O(ε^(−7/4)), not Ω(ε^(−2)).

The reference is given as the lower bound that matches, "for first-order methods on non-convex f",
and names no class. The bound ε^(−2) of part I, which descent attains, is of functions of which
nothing but a Lipschitz gradient is known. Where the Hessian is Lipschitz as well, which the
documents need for second-order points, restarted accelerated descent takes N ≤ Cε^(−7/4) gradients
(named fact), which is less than cε^(−2) where Cε^(1/4) < c: the refutation is for all C, c and ε_0.
The lower bound for that class is in part II.
"""

from provenscape.kernel import Claim, eq, ge, gt, le, real, refute

C, c, z_0, z, U = real("C c z_0 z U")

claim = Claim(
    id="descent-is-best-of-first-order-methods-at-every-smoothness",
    says="There are c > 0 and ε_0 > 0 such that, whichever of its derivatives are Lipschitz, for "
    "ε ≤ ε_0 no first-order method finds with fewer than cε^(−2) gradients a point with ‖∇f‖ ≤ ε "
    "of every non-convex f with a bounded gap: none, whatever C, that needs at most Cε^(−7/4) for "
    "a class of them.",
    items={"O-98": "whole"},
    where={
        C: "the constant of the upper bound Cε^(−7/4) on the gradients that restarted accelerated "
        "descent asks for on functions with L-Lipschitz gradient, ρ-Lipschitz Hessian and a gap of "
        "at most Δ",
        c: "the constant of the lower bound cε^(−2) that is said",
        z_0: ("the fourth root of the accuracy from which on it holds", r"\varepsilon_0^{1/4}"),
        z: ("the fourth root of the accuracy", r"\varepsilon^{1/4}"),
        U: "the upper bound Cε^(−7/4)",
    },
    given={"accuracy": gt(z), "fine": le(z, z_0), "upper_bound": eq(U * z**7, C)},
    then=ge(U * z**8, c),
    constants=(C, c, z_0),
    bridges=("accelerated-descent-finds-stationary-points",),
    about="the number of gradients for a stationary point",
    scope="functions with Lipschitz Hessian, which the sentence does not exclude",
)


def refutation():
    root = c * z_0 / ((1 + C) * (1 + c) * (1 + z_0))  # below z_0, and Cz < c
    return refute(claim, {z: root, U: C / root**7})
