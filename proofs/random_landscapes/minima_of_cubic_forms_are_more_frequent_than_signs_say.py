"""Of the critical points of random cubic forms in four variables more than 1/8 are minima.

All critical points of each form are found; by Kac–Rice the mean number of minima is 0.1905 of that
of all. One point is drawn from each form, so that trials are independent; forms with many points
count no more than others. Independent signs, the control, give 1/8 on the three-dimensional sphere.
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
CONTROL = {"table": "spin_glass_definite_counts", "setting": "independent signs"}
