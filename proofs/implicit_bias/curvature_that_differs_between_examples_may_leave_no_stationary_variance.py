"""Two examples of curvatures 0 and 4: the mean contracts at once, the variance grows at every step.

SGD on the mean x² of f(x) = x and g(x) = 2x² − x takes one of them at random. With step ½, half
the limit 2/h = 1, the mean step goes to the minimum whatever x is: 1 − ηh = 0. But x ← x − ½ or
x ← −x + ½, so that the mean square grows by ¼ a step once the mean is 0: there is no stationary law
with a variance. It takes E(1 − ηh_i)² < 1 for one, where 0 < ηh < 2 says |E(1 − ηh_i)| < 1. Noise
of a covariance that does not depend on x, as in Mandt, Hoffman & Blei (2017), is an assumption.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, real

x = real("x")
half = Rational(1, 2)
f = function("f", (x,), x)
g = function("g", (x,), 2 * x**2 - x)
first, second = (x - half * one.partial(x) for one in (f, g))

claim = Claim(
    id="curvature-that-differs-between-examples-may-leave-no-stationary-variance",
    says="SGD with step ½ on the mean x² of x and 2x² − x, one of them at random, has the expected "
    "iterate 0, the minimum, after each step, and the expected square x² − x + ¼ from x: ¼ more on "
    "the average of any law with mean 0, so that none with a variance is stationary.",
    items={"O-69": "instance"},
    where={x: "the iterate"},
    given={},
    then=(
        eq((f(x) + g(x)) / 2, x**2),
        eq((first + second) / 2, 0),
        eq((first**2 + second**2) / 2, x**2 - x + half**2),
    ),
    scope="one step from any x",
)
witness = {x: 1}
points = [{x: 3}]


def proof():
    return conjoin(claim, [combine(claim.part(i), using={}) for i in range(3)])
