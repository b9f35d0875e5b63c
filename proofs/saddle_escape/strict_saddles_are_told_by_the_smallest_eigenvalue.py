"""λ_min < 0 holds at the saddle of x² − y² and at the maximum of −x² − y², not at that of x² − y⁴.

The definition leaves degenerate saddles out and lets strict maxima in, as Lee et al. (2016) do: a
"strict saddle" need not be a saddle in the sense of mixed eigenvalues.
"""

from provenscape.kernel import Claim, Inertia, combine, conjoin, eq, function, inertia
from provenscape.models.landscapes import get

kinds = {
    "quadratic_saddle": ("f", (1, 1, 0)),
    "cap": ("g", (0, 2, 0)),
    "degenerate_saddle": ("h", (1, 0, 1)),
    "degenerate_minimum": ("k", (1, 0, 1)),
}


def named(landscape, name):
    return function(name, get(landscape).variables, get(landscape).expression)


functions = [(named(landscape, name), counts) for landscape, (name, counts) in kinds.items()]

claim = Claim(
    id="strict-saddles-are-told-by-the-smallest-eigenvalue",
    says="By its smallest eigenvalue the saddle of x² − y² is strict, that of x² − y⁴ and the "
    "minimum of x² + y⁴ are not, and the maximum of −x² − y² counts as a strict saddle too.",
    items={"N-30": "definition"},
    given={},
    then=(
        *(eq(slope) for f, _ in functions for slope in f.gradient((0, 0))),
        *(Inertia(f.hessian((0, 0)), *counts) for f, counts in functions),
    ),
    scope="four functions of the plane at the origin, which is stationary for each",
)


def proof():
    slopes = [combine(claim.part(i), using={}) for i in range(8)]
    return conjoin(claim, slopes + [inertia(claim.part(i)) for i in range(8, 12)])
