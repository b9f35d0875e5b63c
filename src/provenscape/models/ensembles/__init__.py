"""Ensembles of random symmetric matrices, and the number of their negative eigenvalues.

signs           diagonal, independent fair signs: the model behind 2⁻ⁿ
separable       diagonal, independent standard Gaussians: the same signs
goe             Gaussian orthogonal: variances 2 on the diagonal, 1 elsewhere
equal_variance  Gaussian, variance 1 everywhere: no invariance under rotation
shifted_goe     goe + √n · identity, half-way to the edge 2√n of the semicircle
correlated      goe + 2√n ξ · identity with one standard Gaussian ξ: symmetric about 0, and yet
                the probability of a minimum tends to P(ξ > 1) and not to 0
"""

from provenscape.errors import UserError, did_you_mean
from provenscape.models.ensembles.base import ENSEMBLES, Ensemble, Gaussian, Signs

__all__ = ["Ensemble", "Gaussian", "Signs", "get", "names"]

_BY_NAME = {ensemble.name: ensemble for ensemble in ENSEMBLES}


def names() -> tuple[str, ...]:
    """Return the names of all ensembles, in the order of the list above."""
    return tuple(_BY_NAME)


def get(name: str) -> Ensemble:
    """Return the ensemble of that name; raise UserError, with near names, if there is none."""
    if name not in _BY_NAME:
        raise UserError(f"no ensemble is called {name!r}; {did_you_mean(str(name), _BY_NAME)}")
    return _BY_NAME[name]
