"""A positive definite matrix has a positive diagonal: its entries are values of its form.

A definition unfolded. H = [[a, b'], [b, C]] has the form a s² + 2 s t ⟨b, w⟩ + t² w'Cw at the
vector (s, t w): a at (1, 0), and w'Cw at (0, w).
"""

from provenscape.kernel import Claim, combine, conjoin, function, gt, real

s, t, entry, cross, block = real("s t a bw wCw")
form = function("Q", (s, t), entry * s**2 + 2 * s * t * cross + t**2 * block)

claim = Claim(
    id="a-positive-definite-matrix-has-a-positive-diagonal",
    says="A positive definite matrix has positive entries on its diagonal, and so are its blocks "
    "there positive definite.",
    items={},
    where={
        entry: "the first entry on the diagonal",
        cross: (
            "the inner product of w with the rest b of the first column",
            r"\langle b, w\rangle",
        ),
        block: ("the form of the remaining block C at a vector w ≠ 0", r"w^\top C w"),
    },
    given={"along_the_first_axis": gt(form(1, 0)), "along_the_others": gt(form(0, 1))},
    then=(gt(entry), gt(block)),
    scope="every order; any coordinate may be put first",
)
witness = {entry: 1, cross: 0, block: 1}
countermodels = {
    "along_the_first_axis": {entry: -1, cross: 0, block: 1},
    "along_the_others": {entry: 1, cross: 0, block: -1},
}


def proof():
    first = combine(claim.part(0), using={"along_the_first_axis": 1})
    return conjoin(claim, [first, combine(claim.part(1), using={"along_the_others": 1})])
