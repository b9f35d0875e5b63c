"""If two symmetric matrices differ in one row and its column, their indices differ by at most one.

Without that row and column they are one matrix, of index m say; by Cauchy's interlacing each index
is m or m + 1.
"""

from provenscape.kernel import Claim, chain, combine, ge, le, real

m, k, other = real("m k l")

claim = Claim(
    id="one-row-moves-the-index-by-at-most-one",
    says="Changing one row and its column of a symmetric matrix changes the number of negative "
    "eigenvalues by at most one.",
    items={},
    where={
        m: "the index of the matrix without that row and column",
        (k, other): "the indices before and after the change",
    },
    given={
        "interlacing_below": le(m, k),
        "interlacing_above": le(k, m + 1),
        "other_below": le(m, other),
        "other_above": le(other, m + 1),
    },
    then=le((k - other) ** 2, 1),
    facts=dict.fromkeys(
        ("interlacing_below", "interlacing_above", "other_below", "other_above"),
        "cauchy-interlacing",
    ),
    tight=True,
    scope="every order",
)
witness = {m: 0, k: 1, other: 0}
equality = witness
countermodels = {
    "interlacing_below": {m: 0, k: -1, other: 1},
    "interlacing_above": {m: 0, k: 2, other: 0},
    "other_below": {m: 0, k: 1, other: -1},
    "other_above": {m: 0, k: 0, other: 2},
}


def proof():
    up = combine(
        claim.lemma("not two more", claim.given, ge(1 - k + other)),
        using={"interlacing_above": 1, "other_below": 1},
    )
    down = combine(
        claim.lemma("not two fewer", claim.given, ge(1 + k - other)),
        using={"interlacing_below": 1, "other_above": 1},
    )
    return chain(claim, {"up": up, "down": down}, using={"up": 1 + k - other})
