"""The irreducible factors of a polynomial, by FLINT: SymPy takes seconds for hundreds of terms."""

from math import gcd, lcm
from typing import Any

from flint import Ordering, fmpq, fmpq_mpoly_ctx

from provenscape.search.algebraic import for_ring
from provenscape.search.linear import rational


def factors(polynomial: Any) -> tuple[Any, list[tuple[Any, int]]]:
    """A number, and the factors with their powers, in the form and order in which SymPy's rings
    give them: whole coefficients without a common divisor, the leading one positive."""
    ring = polynomial.ring
    context = fmpq_mpoly_ctx.get([f"v{i}" for i in range(len(ring.gens))], Ordering.lex)
    terms = {monom: rational(c) for monom, c in polynomial.items()}
    number, found = context.from_dict(terms).factor()
    whole = []
    for factor, power in found:
        terms = {tuple(map(int, monom)): c for monom, c in factor.to_dict().items()}
        tops, bottoms = zip(*((int(c.p), int(c.q)) for c in terms.values()), strict=True)
        unit = fmpq(gcd(*tops), lcm(*bottoms)) * (1 if terms[max(terms)] > 0 else -1)
        number *= unit ** int(power)
        exact = ring.from_dict({monom: for_ring(c / unit) for monom, c in terms.items()})
        whole.append((exact, int(power)))
    return for_ring(number), sorted(whole, key=lambda f: (max(f[0])[0], f[1], f[0].to_dense()))
