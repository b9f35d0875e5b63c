"""Complete dictionary learning with an orthogonal dictionary: one atom at a time, on the sphere.

Data are y = Σᵢ sᵢ aᵢ with orthonormal atoms aᵢ and sparse s. A direction q on the unit sphere is
sought for which ⟨q, y⟩ is sparse. With the fourth power, and sᵢ independent, standard normal with
probability θ and 0 otherwise, E⟨q, y⟩⁴ = 3θ²|q|⁴ + 3θ(1 − θ) Σᵢ ⟨aᵢ, q⟩⁴: on the sphere, up to a
constant and a factor, orthogonal tensor decomposition (Zhai, Yang, Liao, Wright & Ma 2020). Sun,
Qu & Wright (2017) minimise instead the mean of μ log cosh(⟨q, y⟩/μ), a smooth |⟨q, y⟩|.
"""

import sympy as sp

from provenscape.errors import UserError
from provenscape.models.landscapes.base import Landscape, coordinates
from provenscape.models.landscapes.entries import Matrix
from provenscape.models.landscapes.exact import Exact, exact_matrix, exact_number
from provenscape.models.landscapes.tensor_decomposition import orthogonal_frame
from provenscape.models.requirements import require_count


def dictionary_learning(d: int, theta: Exact, frame: Matrix | None = None) -> Landscape:
    """Return −E⟨q, y⟩⁴, the atoms being the rows of `frame`, or the unit vectors.

    Raises UserError unless d ≥ 1, 0 < θ < 1 and the frame is an exact orthogonal d × d matrix.
    """
    require_count("dictionary_learning", "d", d)
    atoms, share = orthogonal_frame(d, frame), exact_number(theta, "theta")
    if not 0 < share < 1:
        raise UserError(f"theta: is {share}; give a probability strictly between 0 and 1")
    q = coordinates(f"q1:{d + 1}")
    spread = sp.Add(*(entry**4 for entry in atoms * sp.Matrix(q)))
    return Landscape(
        name="dictionary_learning",
        title=r"$-\mathbb{E}\langle q,y\rangle^4$",
        variables=q,
        expression=-3 * share**2 * sp.Add(*(v**2 for v in q)) ** 2
        - 3 * share * (1 - share) * spread,
        critical_points=((0,) * d,),
        source="Zhai, Yang, Liao, Wright & Ma (2020); Sun, Qu & Wright (2017)",
    )


def smoothed_dictionary_learning(samples: Matrix, mu: Exact) -> Landscape:
    """Return the mean of μ log cosh(⟨q, yᵢ⟩/μ) over the rows yᵢ of `samples`.

    Written with log(eᵗ + e⁻ᵗ) = log cosh t + log 2. Raises UserError for samples that are not exact
    and for μ that is not positive.
    """
    rows, smoothing = exact_matrix(samples, "samples"), exact_number(mu, "mu")
    if smoothing <= 0:
        raise UserError(f"mu: is {smoothing}; give a positive number")
    q = coordinates(f"q1:{rows.cols + 1}")
    scores = [score / smoothing for score in rows * sp.Matrix(q)]
    terms = [sp.log(sp.exp(t) + sp.exp(-t)) - sp.log(2) for t in scores]
    return Landscape(
        name="smoothed_dictionary_learning",
        title=r"$\frac{\mu}{p}\sum_i\log\cosh(\langle q,y_i\rangle/\mu)$",
        variables=q,
        expression=smoothing * sp.Add(*terms) / rows.rows,
        critical_points=((0,) * rows.cols,),
        source="Sun, Qu & Wright (2017)",
    )
