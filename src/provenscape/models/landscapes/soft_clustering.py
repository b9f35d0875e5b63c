"""Clustering on the line with two centres, made smooth.

The loss of points d₁ … dₙ is Σᵢ min((dᵢ − x₁)², (dᵢ − x₂)²), which has kinks. The soft minimum
−τ log(½(e^{−s/τ} + e^{−t/τ})) of s and t exceeds min(s, t) by at most τ log 2 and makes it
smooth: up to constants, the negative log-likelihood of two equally likely normal laws of variance
τ/2. It is unchanged when the centres are swapped. On the diagonal x₁ = x₂ it is Σᵢ (dᵢ − x₁)², so
that by symmetry the point where both centres are the mean is stationary.
"""

from collections.abc import Sequence

import sympy as sp

from provenscape.errors import UserError
from provenscape.models.landscapes.base import Landscape, coordinates
from provenscape.models.landscapes.exact import Exact, exact_number, exact_vector


def soft_clustering(points: Sequence[Exact], temperature: Exact) -> Landscape:
    """Return f(x₁, x₂) = −τ Σᵢ log(½(e^{−(dᵢ−x₁)²/τ} + e^{−(dᵢ−x₂)²/τ})), τ the temperature.

    Both centres at the mean are listed as the one stationary point with a closed form. Raises
    UserError for points that are not exact and a temperature that is not positive.
    """
    data = exact_vector(points, "points")
    tau = exact_number(temperature, "temperature")
    if tau <= 0:
        raise UserError(f"temperature: is {tau}; give a positive number")
    x1, x2 = coordinates("x1 x2")
    terms = [sp.log(sp.exp(-((d - x1) ** 2) / tau) + sp.exp(-((d - x2) ** 2) / tau)) for d in data]
    mean = sp.Add(*data) / data.rows
    return Landscape(
        name="soft_clustering",
        title=r"soft clustering with two centres",
        variables=(x1, x2),
        expression=tau * (data.rows * sp.log(2) - sp.Add(*terms)),
        critical_points=((mean, mean),),
        source="our smooth instance of the post's clustering example",
    )
