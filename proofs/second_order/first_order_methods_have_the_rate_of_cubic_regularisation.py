"""No: gradients alone take ε^(−12/7), more than the ε^(−3/2) of cubic regularisation.

A method of first order sees values and gradients, and none without randomness finds a point with
‖∇f‖ ≤ ε, so still less a second-order point, of every function with L-Lipschitz gradient,
ρ-Lipschitz Hessian and gap Δ with fewer than cε^(−12/7) gradients (named fact): 12/7 > 3/2.
Whatever c is, Cε^(−3/2) is less than that for ε^(3/14) < c/C. Cubic regularisation sees Hessians,
and among methods that do it is optimal up to a constant (claim
cubic-regularisation-is-optimal-among-second-order-methods). It is not even a function of the
gradient: x² and −x² agree at 0 in value and gradient, and the cubic steps are 0 and ±4/M.
"""

from provenscape.kernel import Claim, eq, gt, le, real, refute

C, c, z_0, z, T = real("C c z_0 z T")

claim = Claim(
    id="first-order-methods-have-the-rate-of-cubic-regularisation",
    says="The rate ε^(−3/2) of cubic regularisation is one of first-order methods: there are C and "
    "ε_0 > 0 such that for ε ≤ ε_0 Cε^(−3/2) gradients are enough for some of them, though each "
    "needs cε^(−12/7), c > 0, in the worst case.",
    items={"O-92": "whole"},
    where={
        C: "the constant of the upper bound Cε^(−3/2) that is said",
        c: "the constant of the lower bound cε^(−12/7) on the gradients of every deterministic "
        "first-order method on the worst function with L-Lipschitz gradient, ρ-Lipschitz Hessian "
        "and a gap of at most Δ",
        z_0: (
            "the fourteenth root of the accuracy from which on it holds",
            r"\varepsilon_0^{1/14}",
        ),
        z: ("the fourteenth root of the accuracy", r"\varepsilon^{1/14}"),
        T: "the lower bound cε^(−12/7)",
    },
    given={"accuracy": gt(z), "fine": le(z, z_0), "lower_bound": eq(T * z**24, c)},
    then=le(T * z**21, C),
    constants=(C, c, z_0),
    bridges=("first-order-methods-need-many-queries",),
    about="the rate of cubic regularisation among methods",
    scope="deterministic methods, in a dimension that grows with 1/ε",
)


def refutation():
    root = c * z_0 / ((1 + C) * (1 + c) * (1 + z_0))  # below z_0, and Cz³ ≤ Cz < c
    return refute(claim, {z: root, T: c / root**24})
