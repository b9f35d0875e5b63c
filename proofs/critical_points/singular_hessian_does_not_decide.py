"""x² + y⁴, x² − y⁴ and x² + y³ share their Hessian at 0: a minimum, a saddle, an inflection.

Along the y-axis the three take the values t⁴, −t⁴ and t³; the Hessian is the same matrix.
"""

from sympy import ImmutableMatrix

from provenscape import landscapes
from provenscape.kernel import Claim, Inertia, combine, conjoin, gt, inertia, lt, real

t = real("t")
names = ("degenerate_minimum", "degenerate_saddle", "degenerate_inflection")
functions = [landscapes.get(name) for name in names]


def on_axis(function):
    x, y = function.variables
    return function.expression.xreplace({x: 0, y: t})


def curvature(function):
    at = dict.fromkeys(function.variables, 0)
    return Inertia(ImmutableMatrix(function.hessian.xreplace(at)), 1, 0, 1)


claim = Claim(
    id="singular-hessian-does-not-decide",
    items=["E-51", "E-55"],
    says="A semidefinite singular Hessian leaves open whether the point is a minimum, a saddle or "
    "an inflection.",
    given={"off_the_origin": gt(t)},
    then=(
        gt(on_axis(functions[0])),
        lt(on_axis(functions[1])),
        gt(on_axis(functions[2])),
        lt(on_axis(functions[2]).xreplace({t: -t})),
        curvature(functions[0]),
        curvature(functions[1]),
        curvature(functions[2]),
    ),
    repairs="degenerate-saddle-definition-excludes-minima",
)
witness = {t: 1}
countermodels = {"off_the_origin": {t: 0}}


def proof():
    powers = (t**3, t**3, t**2, t**2)
    values = [
        combine(claim.part(i), using={"off_the_origin": power}) for i, power in enumerate(powers)
    ]
    return conjoin(claim, values + [inertia(claim.part(i)) for i in (4, 5, 6)])
