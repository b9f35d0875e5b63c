"""Every landscape of the project, each defined once (see `base.Landscape`).

Those without data are found by name; those that depend on data are made by a factory.
"""

from provenscape.errors import UserError, did_you_mean
from provenscape.landscapes import (
    degenerate,
    double_well,
    flat_sharp,
    polyak_lojasiewicz,
    quadratic,
)
from provenscape.landscapes.base import Landscape
from provenscape.landscapes.least_squares import least_squares
from provenscape.landscapes.logistic_loss import logistic_loss
from provenscape.landscapes.matrix_factorization import matrix_factorization
from provenscape.landscapes.saddle_chain import saddle_chain
from provenscape.landscapes.soft_clustering import soft_clustering

__all__ = [
    "Landscape",
    "get",
    "least_squares",
    "logistic_loss",
    "matrix_factorization",
    "names",
    "saddle_chain",
    "soft_clustering",
]

_FACTORIES = (
    "least_squares",
    "logistic_loss",
    "matrix_factorization",
    "saddle_chain",
    "soft_clustering",
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
