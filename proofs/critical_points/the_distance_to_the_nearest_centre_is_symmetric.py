"""Swapping two centres leaves each point's distance to the nearest one as it is: clusters' cost.

The least of a and b is the number m ≤ a, m ≤ b that is one of them. If a ≥ b it is b, whichever of
the two is named first; likewise if b ≥ a. The cost of clustering adds these distances over the
points, so that it is symmetric in its centres.
"""

from sympy import Rational

from provenscape.kernel import Claim, cases, chain, combine, eq, ge, le, real

a, b, m, swapped = real("a b m n")

claim = Claim(
    id="the-distance-to-the-nearest-centre-is-symmetric",
    says="Swapping the two centres does not change a point's distance to the nearest one, nor the "
    "sum of these distances over the points, the cost of clustering.",
    items={"E-17": "definition"},
    where={
        (a, b): "the distances of a point from the first and from the second centre",
        m: "its distance from the nearest centre",
        swapped: "the same with the centres swapped",
    },
    given={
        "no_farther_than_the_first": ge(a, m),
        "no_farther_than_the_second": ge(b, m),
        "one_of_the_two": eq((m - a) * (m - b)),
        "swapped_no_farther_than_the_first": ge(b, swapped),
        "swapped_no_farther_than_the_second": ge(a, swapped),
        "swapped_one_of_the_two": eq((swapped - b) * (swapped - a)),
    },
    then=le((m - swapped) ** 2, 0),
    scope="two centres, any distances, any number of points, one after the other",
)
half = Rational(1, 2)
witness = {a: 1, b: 2, m: 1, swapped: 1}
countermodels = {
    "no_farther_than_the_first": {a: 1, b: 2, m: 2, swapped: 1},
    "no_farther_than_the_second": {a: 2, b: 1, m: 2, swapped: 1},
    "one_of_the_two": witness | {m: half},
    "swapped_no_farther_than_the_first": {a: 2, b: 1, m: 1, swapped: 2},
    "swapped_no_farther_than_the_second": {a: 1, b: 2, m: 1, swapped: 2},
    "swapped_one_of_the_two": witness | {swapped: half},
}


def proof():
    lemmas = []
    for name, case, nearest in (("second", ge(a, b), b), ("first", le(a, b), a)):
        given = {**claim.given, "case": case}
        at_nearest = {
            f"{one}, the nearest": combine(
                claim.lemma(f"{name}: {one}", given, le((nearest - number) ** 2, 0)),
                using={"case": nearest - number, one: -1},
            )
            for one, number in (("one_of_the_two", m), ("swapped_one_of_the_two", swapped))
        }
        lemmas.append(
            chain(
                claim.lemma(name, given, claim.then),
                at_nearest,
                using=dict.fromkeys(at_nearest, 2),
                squares=[(1, 2 * nearest - m - swapped)],
            )
        )
    return cases(claim, lemmas, [ge(a, b), le(a, b)])
