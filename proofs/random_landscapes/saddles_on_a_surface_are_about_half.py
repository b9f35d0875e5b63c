"""On a closed surface just (N − χ)/2 of N nondegenerate critical points are saddles.

Morse: minima − saddles + maxima = χ. On a torus, and so for every periodic function of two
variables, exactly half are saddles; on a sphere one fewer. Random or not, in two dimensions saddles
do not dominate.
"""

from provenscape.kernel import Claim, combine, eq, real

minima, saddles, maxima, number, chi = real("minima saddles maxima N chi")

claim = Claim(
    id="saddles-on-a-surface-are-about-half",
    says="On a closed surface (N − χ)/2 of N critical points are saddles if none is degenerate: "
    "exactly half of those of a periodic function of two variables.",
    items={"N-26": "instance"},
    where={
        (minima, saddles, maxima): "how many critical points are minima, saddles and maxima",
        number: "how many critical points there are",
        chi: "the Euler characteristic of the surface, 0 for a torus",
    },
    given={
        "morse": eq(minima - saddles + maxima, chi),
        "count": eq(minima + saddles + maxima, number),
    },
    then=eq(saddles, (number - chi) / 2),
    facts={"morse": "morse-relation"},
    scope="two dimensions, closed surfaces",
)
witness = {minima: 1, saddles: 2, maxima: 1, number: 4, chi: 0}
countermodels = {"morse": witness | {chi: 1}, "count": witness | {number: 5}}


def proof():
    return combine(claim, using={"morse": -1, "count": 1}, scale=2)
