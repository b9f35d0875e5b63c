"""On a closed surface just (N − χ)/2 of N nondegenerate critical points are saddles.

Morse: minima − saddles + maxima = χ. On a torus, and so for every periodic function of two
variables, exactly half are saddles; on a sphere one fewer. Random or not, in the plane saddles do
not dominate.
"""

from provenscape.kernel import Claim, combine, eq, real

minima, saddles, maxima, number, chi = real("minima saddles maxima N chi")

claim = Claim(
    id="saddles-on-a-surface-are-about-half",
    items=["N-26"],
    says="In two dimensions exactly half of the critical points of a periodic function are saddles "
    "if none is degenerate: there they do not dominate.",
    given={
        "morse": eq(minima - saddles + maxima, chi),
        "count": eq(minima + saddles + maxima, number),
    },
    then=eq(2 * saddles, number - chi),
    scope="closed surfaces of Euler characteristic χ, 0 for the torus and 2 for the sphere; the "
    "relation itself is Morse's",
)
witness = {minima: 1, saddles: 2, maxima: 1, number: 4, chi: 0}
countermodels = {
    "morse": {**witness, chi: 1},
    "count": {**witness, number: 5},
}


def proof():
    return combine(claim, using={"morse": -1, "count": 1})
