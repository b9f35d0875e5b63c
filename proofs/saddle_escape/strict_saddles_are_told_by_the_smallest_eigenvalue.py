"""λ_min < 0 holds at the saddle of x² − y² and at the maximum of −x² − y², not at that of x² − y⁴.

The definition leaves degenerate saddles out and lets strict maxima in, as Lee et al. (2016) do: a
"strict saddle" need not be a saddle in the sense of mixed eigenvalues.
"""

import sympy as sp

from provenscape.kernel import Claim, Inertia, conjoin, inertia
from provenscape.models.landscapes import get


def at_origin(name):
    landscape = get(name)
    return sp.ImmutableMatrix(landscape.hessian.xreplace(landscape.at((0, 0))))


claim = Claim(
    id="strict-saddles-are-told-by-the-smallest-eigenvalue",
    items=["N-30"],
    says="By its smallest eigenvalue the saddle of x² − y² is strict, that of x² − y⁴ and the "
    "minimum of x² + y⁴ are not, and the maximum of −x² − y² counts as a strict saddle too.",
    given={},
    then=(
        Inertia(at_origin("quadratic_saddle"), 1, 1, 0),
        Inertia(at_origin("cap"), 0, 2, 0),
        Inertia(at_origin("degenerate_saddle"), 1, 0, 1),
        Inertia(at_origin("degenerate_minimum"), 1, 0, 1),
    ),
    scope="the definition by what it decides; negative eigenvalues are counted in the second place",
)


def proof():
    return conjoin(claim, [inertia(claim.part(i)) for i in range(4)])
