"""Cases by a factor of equations between products: of A·B = 0, A is 0 or B is.

Of A·B = 0 and A·C = 0, where A is not 0 both B and C are: each is a lemma of that case, from its
equation with the scale A or -A.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress

import sympy as sp

from provenscape.kernel import Claim, Relation, eq, gt
from provenscape.search.plans import Combination, Lemma

MOST_FACTORS = 6
Case = tuple[Relation, Sequence[Lemma]]
Product = tuple[sp.Expr, list[tuple[sp.Expr, int]]]  # a number, and factors with their powers


def three_cases(claim: Claim) -> Iterator[tuple[Case, Case, Case]]:
    """For each factor, first those of many equations: it is positive, negative or 0, with the
    lemmas of each case. Equations of which a factor is the subject of a case already are left, and
    factors all of whose equations have a factor that came before."""
    settled = {sign * r.expr for n, r in claim.given.items() if is_case(n) for sign in (1, -1)}
    products = {
        name: product
        for name, product in vanishing_products(claim)
        if not any(base in settled for base, _ in product[1])
    }
    found = [base for _, factors in products.values() for base, _ in factors]
    ordered = sorted(dict.fromkeys(found), key=lambda base: -found.count(base))
    tried: set[str] = set()
    for base in ordered[:MOST_FACTORS]:
        having = {name for name, (_, factors) in products.items() if base in dict(factors)}
        if having <= tried:
            continue
        tried |= having
        positive, negative = (
            [
                other_factors(name, product, base, sign)
                for name, product in products.items()
                if name in having
            ]
            for sign in (1, -1)
        )
        yield (gt(base), positive), (gt(-base), negative), (eq(base), ())


def is_case(name: str) -> bool:
    """Whether a hypothesis is what a case assumes: case, case 1, case 2."""
    return name.partition(" ")[0] == "case"


def vanishing_products(claim: Claim) -> Iterator[tuple[str, Product]]:
    """The equations among the hypotheses that have several factors, with these."""
    for name, relation in claim.given.items():
        if relation.sign == "=":
            with suppress(sp.PolynomialError):
                number, factors = sp.factor_list(relation.expr)
                if len(factors) > 1:
                    yield name, (number, factors)


def other_factors(name: str, product: Product, base: sp.Expr, sign: int) -> Lemma:
    """That the product without a factor, of which the sign is known, is 0."""
    number, factors = product
    power = dict(factors)[base]
    rest = sp.Mul(*(b**p for b, p in factors if b != base))
    plan = Combination({name: sign**power / number}, scale=(sign * base) ** power)
    return Lemma(f"{name} without {sp.sstr(base)}", eq(rest), plan)
