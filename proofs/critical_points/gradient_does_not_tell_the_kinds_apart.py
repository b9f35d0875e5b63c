"""The gradient does not tell minimum, maximum and saddle apart; the Hessian does.

x² + y², −x² − y² and x² − y² all have gradient 0 at the origin. There the first has its strict
minimum, the second its strict maximum, the third a saddle; their Hessians have signatures (2, 0),
(0, 2) and (1, 1). These are the three surfaces of the post's first figure.
"""

import sympy as sp

from provenscape.kernel import Claim, Inertia, combine, conjoin, eq, gt, inertia, lt, real
from provenscape.models.landscapes import get

bowl, cap, saddle = (get(name) for name in ("bowl", "cap", "quadratic_saddle"))
x, y = bowl.variables
r = real("r")  # a distance, arbitrary
ORIGIN = {x: 0, y: 0}


def signature(landscape, positive, negative):
    return Inertia(sp.ImmutableMatrix(landscape.hessian.xreplace(ORIGIN)), positive, negative, 0)


slopes = sp.Add(*(g.xreplace(ORIGIN) ** 2 for f in (bowl, cap, saddle) for g in f.gradient))
claim = Claim(
    id="gradient-does-not-tell-the-kinds-apart",
    items=["N-20", "N-21", "E-N1", "L-09"],
    says="A minimum, a maximum and a saddle share the gradient 0 and differ in the signature of H.",
    given={"elsewhere": gt(x**2 + y**2), "distance": gt(r**2)},
    then=(
        eq(slopes),
        gt(bowl.expression, bowl.expression.xreplace(ORIGIN)),
        lt(cap.expression, cap.expression.xreplace(ORIGIN)),
        gt(saddle.expression.xreplace({x: r, y: 0}), saddle.expression.xreplace(ORIGIN)),
        lt(saddle.expression.xreplace({x: 0, y: r}), saddle.expression.xreplace(ORIGIN)),
        signature(bowl, 2, 0),
        signature(cap, 0, 2),
        signature(saddle, 1, 1),
    ),
    scope="for x² + y², −x² − y² and x² − y² at the origin",
)
witness = {x: 1, y: 0, r: 1}
countermodels = {"elsewhere": {x: 0, y: 0, r: 1}, "distance": {x: 1, y: 0, r: 0}}
MULTIPLIERS = ({}, {"elsewhere": 1}, {"elsewhere": 1}, {"distance": 1}, {"distance": 1})


def proof():
    values = [combine(claim.part(i), using=using) for i, using in enumerate(MULTIPLIERS)]
    return conjoin(claim, [*values, *(inertia(claim.part(i)) for i in (5, 6, 7))])
