"""Of the critical points of random cubic forms in four variables more than 1/8 are minima.

All critical points of each form are found; by Kac–Rice the mean number of minima is 0.1905 of that
of all. Independent signs would give 1/8 on the three-dimensional sphere. Of GOE matrices of order
three, the control, 0.0249 are positive definite.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, gt, real

p = real("p")

claim = Claim(
    id="minima-of-cubic-forms-are-more-frequent-than-signs-say",
    says="A critical point of a random cubic form in four variables on the sphere, drawn at random "
    "from all of one form, is a minimum with probability above 1/8.",
    items={},
    given={},
    then=Chance(
        gt(p, Rational(1, 8)),
        p,
        "the critical point is a minimum",
        "a Gaussian cubic form in four variables is drawn, of a law that no rotation changes, and "
        "then one of its critical points on the unit sphere",
        trials=(2_500, 12_000),
    ),
    scope="four variables, degree three",
)
EVIDENCE = {"table": "spin_glass_definite_counts", "setting": "cubic forms"}
CONTROL = {"table": "spin_glass_definite_counts", "setting": "GOE matrices"}
