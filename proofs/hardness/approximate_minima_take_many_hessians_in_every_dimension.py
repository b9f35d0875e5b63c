"""No: on the line ε-local minima are found with of the order of 1/ε queries, by bisection.

The sentence names no dimension, and no class but smooth bounded functions. Of one variable, with
L-Lipschitz first and ρ-Lipschitz second derivative, bisection finds an ε-local minimum as soon as
(n + 3)ε > √(18LΔ), for ε small (claim bisection-finds-an-approximate-minimum-on-the-line), so that
n queries with that property are enough; here LΔ = 1. Three more words of the sentence fail:

*Smooth.* With a Lipschitz third derivative O(ε^(−4/3)) queries are enough in every dimension (named
fact high-order-regularization-theorem with p = 3, ε_1 = ε, ε_2 = √ε), fewer than ε^(−3/2). *Hessian
queries.* What is bounded below is the number of points asked for. Of Hessians none is needed:
descent, or cubic regularization with differences of gradients, asks for gradients alone, and a
Hessian may be kept for several steps (Doikov, Chayti & Jaggi 2023). *A smooth bounded f.* The
function depends on the method and on ε: of one f, Newton's method near a minimum takes log log 1/ε.
"""

from provenscape.kernel import Claim, ge, gt, le, real, refute

c, s_0, s, m = real("c s_0 s m")

claim = Claim(
    id="approximate-minima-take-many-hessians-in-every-dimension",
    says="There are c > 0 and ε_0 > 0 such that for ε ≤ ε_0, ε ≤ 1 in no dimension fewer than "
    "cε^(−3/2) queries are enough to find an ε-local minimum of every smooth bounded f.",
    items={"O-83": "whole"},
    where={
        c: "the constant of the lower bound",
        s_0: ("the root of the accuracy from which on the bound holds", r"\sqrt{\varepsilon_0}"),
        s: ("the square root of the accuracy", r"\sqrt{\varepsilon}"),
        m: "a number of queries that is enough by bisection on the line for L = ρ = Δ = 1: the "
        "halvings, and three more",
    },
    given={
        "accuracy": gt(s),
        "fine": le(s, 1),
        "finer": le(s, s_0),
        "enough": gt(m**2 * s**4, 18),
    },
    then=ge(m * s**3, c),
    constants=(c, s_0),
    bridges=("quadratic-upper-bound", "taylor-with-lipschitz-hessian"),
    about="the number of queries for an ε-local minimum",
    scope="functions of one variable, which the sentence does not exclude",
)


def refutation():
    root = c * s_0 / (10 * (1 + c) * (1 + s_0))
    return refute(claim, {s: root, m: 1 + 5 / root**2})
