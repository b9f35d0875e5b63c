"""Words of a statement that stand for others: √, |·|, max, min, limits anywhere, sums, vectors.

Each is written out: a symbol of its own with the relations that have it as their only solution,
limits from the right at 0, the recursion of a sum, or a symbol for each inner product. What is
printed, checked, mutated and exported is what they are written out as. Nothing is trusted here: a
claim that was written by hand in the same way is the same claim.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sympy as sp

from provenscape.kernel.language import (
    Rejected,
    admit,
    admit_point,
    admit_symbol,
    real_symbol,
    substitute,
)
from provenscape.kernel.relations import Invariant, Limit, Relation, Semidefinite, eq, ge, le


def square_root(symbol: sp.Symbol, of: Any) -> dict[str, Relation]:
    """Hypotheses of ``symbol`` = √of. They hold for no value where ``of`` is negative, so that
    nothing is said there."""
    name, (value,) = _named(symbol, of)
    return {
        f"{name} is not negative": ge(symbol),
        f"{name} squared": eq(symbol**2, value),
    }


def absolute(symbol: sp.Symbol, of: Any) -> dict[str, Relation]:
    """Hypotheses of ``symbol`` = abs(of)."""
    return square_root(symbol, admit(of) ** 2)


def maximum(symbol: sp.Symbol, *of: Any) -> dict[str, Relation]:
    """Hypotheses of ``symbol`` = the largest of several: none is larger, and it is one of them."""
    return _extreme(symbol, of, 1)


def minimum(symbol: sp.Symbol, *of: Any) -> dict[str, Relation]:
    """Hypotheses of ``symbol`` = the least of several: none is less, and it is one of them."""
    return _extreme(symbol, of, -1)


def limits(expr: Any, value: Any, variable: sp.Symbol, to: Any) -> tuple[Limit, ...]:
    """That ``expr`` tends to ``value`` as the variable tends to a number, from both sides, or to
    ±∞ (SymPy's ``oo``): limits at 0 from the right of the expression at to + t, to − t or ±1/t."""
    variable = admit_symbol(variable)
    if to in (sp.oo, -sp.oo):
        places = [1 / variable if to == sp.oo else -1 / variable]
    else:
        places = [admit(to) + variable, admit(to) - variable]
        if variable in admit(to).free_symbols:
            raise Rejected(f"{variable} tends to what depends on it")
    return tuple(Limit(substitute(admit(expr), {variable: p}), value, variable) for p in places)


def sums(
    relations: Relation | tuple[Relation, ...],
    of: Mapping[sp.Symbol, Any],
    over: sp.Symbol,
    upto: sp.Symbol,
    first: int = 1,
) -> Invariant:
    """That relations hold for every whole number ``upto`` from ``first`` - 1 on, where each symbol
    of ``of`` is the sum of its term for ``over`` = ``first``, …, ``upto``.

    It is the iteration that adds the next term: the sum is empty, 0, for ``upto`` = ``first`` - 1,
    and for ``upto`` + 1 it is larger by the term there. So `induct` proves it. Symbols of the terms
    that occur in no relation are sequences, with a new value for each term; those that a relation
    speaks of are constants.
    """
    index, last, terms = admit_symbol(over), admit_symbol(upto), admit_point(of)
    bound = {index, last, *terms}
    if type(first) is not int:
        raise Rejected(f"a sum begins at a whole number, not at {first!r}")
    if not terms or len(bound) < len(terms) + 2:
        raise Rejected("a sum, what it is taken over and its last index are symbols of their own")
    if any(term.free_symbols & bound - {index} for term in terms.values()):
        raise Rejected(f"a term depends on {index}, and neither on {last} nor on the sums")
    listed = (relations,) if isinstance(relations, Relation) else tuple(relations)
    following = {s: s + substitute(t, {index: last + 1}) for s, t in terms.items()}
    found = Invariant(
        listed,
        start={last: sp.Integer(first - 1), **dict.fromkeys(terms, sp.Integer(0))},
        update={last: last + 1, **following},
    )
    if any(index in e.free_symbols for r in found.relations for e in r.expressions()):
        raise Rejected(f"{index} is bound by the sum; outside it stands for nothing")
    return found


VECTOR = re.compile(r"[A-Za-z][A-Za-z0-9]*")


@dataclass(frozen=True)
class Gram:
    """Vectors of any real inner product space, by names in a text: what is said of them is said of
    their inner products, a symbol ``x_y`` for each two, under the hypothesis `given`.

    Iterating gives the vectors, as columns of coefficients: sums and multiples of these are vectors
    too, in `inner` and `square` as in the certificates of `combine`.
    """

    names: str

    def __post_init__(self) -> None:
        listed = self.listed
        known = all(map(VECTOR.fullmatch, listed)) and len(set(listed)) == len(listed)
        if not listed or not known:
            raise Rejected(f"vectors have names of letters and digits, each its own: {self.names}")

    @property
    def listed(self) -> list[str]:
        return self.names.split() if type(self.names) is str else []

    def __iter__(self) -> Any:
        size = len(self.listed)
        return iter(sp.ImmutableMatrix(sp.eye(size)[:, i]) for i in range(size))

    @property
    def matrix(self) -> sp.ImmutableMatrix:
        """The inner products."""
        names = self.listed

        def entry(i: int, j: int) -> sp.Symbol:
            return real_symbol(f"{names[min(i, j)]}_{names[max(i, j)]}")

        return sp.ImmutableMatrix(len(names), len(names), entry)

    @property
    def given(self) -> dict[str, Semidefinite]:
        """That the symbols are inner products of vectors."""
        return {"inner products": Semidefinite(self.matrix)}

    @property
    def where(self) -> dict[sp.Symbol, tuple[str, str]]:
        """The dictionary of the symbols."""
        names, matrix, found = self.listed, self.matrix, {}
        for i, u in enumerate(names):
            found[matrix[i, i]] = f"the squared norm of {u}", rf"\|{u}\|^2"
            for j, v in enumerate(names[:i]):
                meaning = f"the inner product of {v} and {u}"
                found[matrix[i, j]] = meaning, rf"\langle {v}, {u} \rangle"
        return found

    def inner(self, u: Any, v: Any) -> sp.Expr:
        """The inner product of two vectors."""
        return admit((u.T * self.matrix * v)[0, 0])

    def square(self, u: Any) -> sp.Expr:
        """The squared norm of a vector."""
        return self.inner(u, u)


def _extreme(symbol: sp.Symbol, of: tuple[Any, ...], sign: int) -> dict[str, Relation]:
    if len(of) < 2:
        raise Rejected(f"{symbol} is the largest or the least of two expressions at least")
    name, values = _named(symbol, *of)
    word, compared = ("at least", ge) if sign > 0 else ("at most", le)
    bounds = {f"{name} is {word} number {i}": compared(symbol, v) for i, v in enumerate(values, 1)}
    return {**bounds, f"{name} is one of them": eq(sp.Mul(*(symbol - v for v in values)))}


def _named(symbol: sp.Symbol, *of: Any) -> tuple[str, list[sp.Expr]]:
    """The name of the symbol, and the expressions, which it may not be in."""
    symbol, values = admit_symbol(symbol), [admit(value) for value in of]
    if any(symbol in value.free_symbols for value in values):
        raise Rejected(f"{symbol} stands for an expression that it is in; take a symbol of its own")
    return symbol.name, values
