"""No: with a Lipschitz third derivative ε-local minima take O(ε^(−4/3)) queries, not Ω(ε^(−3/2)).

The sentence names no class but smooth bounded functions, and the exponent is that of one class:
L-Lipschitz Hessian and f(x_0) − inf f ≤ Δ, in high dimension. With an L-Lipschitz third derivative
regularized models of order 3 take N ≤ Cε^(−4/3) evaluations to |∇f| ≤ ε and λ_min ≥ −√ε (named fact
with p = 3, ε_1 = ε, ε_2 = √ε), in every dimension, and ask for one Hessian at each, while
Nε^(3/2) ≥ c is said. No number is both where the upper bound is below the lower one, which is so,
whatever the constant C of the fact is, for Cε^(1/6) < c: the refutation is for all C, c and ε_0.
With a Lipschitz gradient alone ε^(−2) are needed (claim
lipschitz-gradients-need-as-many-queries-as-descent-makes). So ε^(−3/2) is the rate of neither, and
it is that of cubic regularization for Lipschitz Hessians alone.

Three more words of the sentence fail. *Queries:* on the line, with Lipschitz Hessian, of the order
of 1/ε are enough (claim bisection-finds-an-approximate-minimum-on-the-line). *Hessian:* what is
bounded below is the number of points asked for. Of Hessians none is needed: descent, or cubic
regularization with differences of gradients, asks for gradients alone, and a Hessian may be kept
for several steps (Doikov, Chayti & Jaggi 2023). *A smooth bounded f:* the function depends on the
method and on ε; of one f, Newton's method near a minimum takes log log 1/ε.
"""

from provenscape.kernel import Claim, eq, ge, gt, le, real, refute

C, c, z_0, z, U = real("C c z_0 z U")

claim = Claim(
    id="approximate-minima-take-many-hessians-at-every-smoothness",
    says="There are c > 0 and ε_0 > 0 such that, whichever of its derivatives are Lipschitz, for "
    "ε ≤ ε_0 no method finds with fewer than cε^(−3/2) Hessian queries an ε-local minimum of every "
    "smooth bounded f: none, whatever C, that needs at most Cε^(−4/3) for a class of them.",
    items={"O-83": "whole"},
    where={
        C: "the constant of the upper bound Cε^(−4/3) on the Hessians that regularized models of "
        "order three ask for on functions with L-Lipschitz third derivative and a gap of at most Δ",
        c: "the constant of the lower bound cε^(−3/2) that is said",
        z_0: ("the sixth root of the accuracy from which on it holds", r"\varepsilon_0^{1/6}"),
        z: ("the sixth root of the accuracy", r"\varepsilon^{1/6}"),
        U: "the upper bound Cε^(−4/3)",
    },
    given={"accuracy": gt(z), "fine": le(z, z_0), "upper_bound": eq(U * z**8, C)},
    then=ge(U * z**9, c),
    constants=(C, c, z_0),
    bridges=("high-order-regularization-theorem",),
    about="the number of queries for an ε-local minimum",
    scope="functions with Lipschitz third derivative, which the sentence does not exclude",
)


def refutation():
    root = c * z_0 / ((1 + C) * (1 + c) * (1 + z_0))  # below z_0, and Cz < c
    return refute(claim, {z: root, U: C / root**8})
