"""u = t, v = 1/t and u = 1, v = 1 fit uv = 1 on one branch; the loss of their average is unbounded.

(uv − 1)²/2 vanishes on the hyperbola, and its branch u, v > 0 is one connected manifold on which no
two points differ by a permutation. The average of (u, 1/u) and (s, 1/s) has the product (u + s)²/
(4us), which is 1 for u = s alone and grows without bound: averages of solutions on one manifold lie
on it only if it is flat, and near it only if they are near each other.
"""

from provenscape.kernel import Claim, function, gt, le, real, refute

u, v, s, C = real("u v s C")
f = function("f", (u, v), (u * v - 1) ** 2 / 2)

claim = Claim(
    id="the-average-of-two-solutions-is-nearly-one",
    says="The average of two solutions on one connected manifold of solutions is on or near it: "
    "some bound holds for the loss (uv − 1)²/2 of the averages of all pairs with u, v > 0 and uv = "
    "1.",
    items={"N-105": "part on-or-near"},
    where={
        (u, s): "the first weights of the two solutions; the second are 1/u and 1/s",
        C: "a bound on the loss at the average",
    },
    constants=(C,),
    given={"one": gt(u), "other": gt(s)},
    then=le(f((u + s) / 2, (1 / u + 1 / s) / 2), C),
    about="the loss at the average of two solutions",
    scope="a linear network of two layers and one unit",
)


def refutation():
    return refute(claim, {u: 9 + 8 * C, s: 1})
