"""1/(1 + x²) is smooth, bounded and not convex, and has no global minimum that could be found.

Its infimum 0 is not attained. Nor is a general function given by finitely many bits, without which
"polynomial time" and "NP-hard" say nothing. Of polynomials with integer coefficients that have a
minimum, which a sentence on polynomial time must mean, it holds that to find one is NP-hard (claim
the-clique-number-is-the-least-value-of-a-quartic). No sentence asserts what fails here.
"""

from provenscape.kernel import Claim, function, le, real, refute

x, y, a, b = real("x y a b")
f = function("f", (x,), 1 / (1 + x**2))

claim = Claim(
    id="every-non-convex-function-has-a-global-minimum",
    says="A non-convex smooth function, bounded below, has a point where it is least, which a "
    "method may be asked for.",
    items={},
    where={
        (a, b): "positive numbers, of which the point is the difference",
        y: "another point",
    },
    given={},
    then=le(f(a - b), f(y)),
    constants=(a, b),
    about="global minima of non-convex functions",
    scope="1/(1 + x²)",
)


def refutation():
    return refute(claim, {y: 1 + a + b})
