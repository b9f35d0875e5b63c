"""Every landscape of the project, each defined once (see `base.Landscape`).

Those without data are found by name; those that depend on data are made by a factory.
"""

from provenscape.errors import UserError, did_you_mean
from provenscape.models.landscapes import (
    degenerate,
    double_well,
    flat_sharp,
    polyak_lojasiewicz,
    quadratic,
)
from provenscape.models.landscapes.base import Landscape
from provenscape.models.landscapes.deep_linear_network import deep_linear_network, network_gradient
from provenscape.models.landscapes.dictionary_learning import (
    dictionary_learning,
    smoothed_dictionary_learning,
)
from provenscape.models.landscapes.least_squares import least_squares
from provenscape.models.landscapes.logistic_loss import logistic_loss
from provenscape.models.landscapes.matrix_completion import (
    matrix_completion,
    symmetric_matrix_completion,
)
from provenscape.models.landscapes.matrix_factorization import matrix_factorization
from provenscape.models.landscapes.matrix_sensing import matrix_sensing
from provenscape.models.landscapes.pca import pca
from provenscape.models.landscapes.phase_retrieval import (
    complex_phase_retrieval_population,
    phase_retrieval,
    phase_retrieval_population,
)
from provenscape.models.landscapes.saddle_chain import saddle_chain
from provenscape.models.landscapes.soft_clustering import soft_clustering
from provenscape.models.landscapes.sphere import OnSphere
from provenscape.models.landscapes.tensor_decomposition import tensor_decomposition

__all__ = [
    "Landscape",
    "OnSphere",
    "complex_phase_retrieval_population",
    "deep_linear_network",
    "dictionary_learning",
    "get",
    "least_squares",
    "logistic_loss",
    "matrix_completion",
    "matrix_factorization",
    "matrix_sensing",
    "names",
    "network_gradient",
    "pca",
    "phase_retrieval",
    "phase_retrieval_population",
    "saddle_chain",
    "smoothed_dictionary_learning",
    "soft_clustering",
    "symmetric_matrix_completion",
    "tensor_decomposition",
]

_FACTORIES = (
    "complex_phase_retrieval_population",
    "deep_linear_network",
    "dictionary_learning",
    "least_squares",
    "logistic_loss",
    "matrix_completion",
    "matrix_factorization",
    "matrix_sensing",
    "pca",
    "phase_retrieval",
    "phase_retrieval_population",
    "saddle_chain",
    "smoothed_dictionary_learning",
    "soft_clustering",
    "symmetric_matrix_completion",
    "tensor_decomposition",
)
_REGISTRY = {
    landscape.name: landscape
    for family in (quadratic, double_well, polyak_lojasiewicz, degenerate, flat_sharp)
    for landscape in vars(family).values()
    if isinstance(landscape, Landscape)
}


def names() -> tuple[str, ...]:
    """Return the names that `get` knows, sorted."""
    return tuple(sorted(_REGISTRY))


def get(name: str) -> Landscape:
    """Return the landscape of that name. Raises UserError, with near names, if there is none."""
    if name in _REGISTRY:
        return _REGISTRY[name]
    if name in _FACTORIES:
        raise UserError(f"landscape {name} depends on data: call landscapes.{name}(…)")
    raise UserError(f"no landscape is called {name!r}; {did_you_mean(name, _REGISTRY)}")
