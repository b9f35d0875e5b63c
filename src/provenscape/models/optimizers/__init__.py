"""The optimizers under study, all batched over replicas (see `base`)."""

from dataclasses import fields
from typing import Any

from provenscape.errors import UserError, did_you_mean
from provenscape.models.optimizers.adam import Adam
from provenscape.models.optimizers.base import (
    Gradient,
    Optimizer,
    State,
    after,
    iterate,
    trajectory,
)
from provenscape.models.optimizers.cubic import AdaptiveCubic, CubicNewton
from provenscape.models.optimizers.gradient_descent import GradientDescent
from provenscape.models.optimizers.heavy_ball import HeavyBall
from provenscape.models.optimizers.krylov import KrylovCubic
from provenscape.models.optimizers.nesterov import Nesterov
from provenscape.models.optimizers.newton import Newton
from provenscape.models.optimizers.noisy import NoisyGradientDescent
from provenscape.models.optimizers.perturbed import (
    PerturbedGradientDescent,
    uniform_ball,
    uniform_sphere,
)
from provenscape.models.optimizers.published import (
    StoppedPerturbedDescent,
    Thresholds,
    noise_of_2021,
    thresholds_of_2017,
    variant_of_2021,
)
from provenscape.models.optimizers.sphere_noise import SphereNoiseGradientDescent
from provenscape.models.optimizers.stochastic import FiniteSum, StochasticGradientDescent
from provenscape.models.optimizers.subproblems import Solution, cubic_step, trust_region_step
from provenscape.models.optimizers.trust_region import TrustRegion
from provenscape.models.optimizers.warm_up import WarmUp

__all__ = [
    "Adam",
    "AdaptiveCubic",
    "CubicNewton",
    "FiniteSum",
    "Gradient",
    "GradientDescent",
    "HeavyBall",
    "KrylovCubic",
    "Nesterov",
    "Newton",
    "NoisyGradientDescent",
    "Optimizer",
    "PerturbedGradientDescent",
    "Solution",
    "SphereNoiseGradientDescent",
    "State",
    "StochasticGradientDescent",
    "StoppedPerturbedDescent",
    "Thresholds",
    "TrustRegion",
    "WarmUp",
    "after",
    "cubic_step",
    "iterate",
    "make",
    "names",
    "noise_of_2021",
    "thresholds_of_2017",
    "trajectory",
    "trust_region_step",
    "uniform_ball",
    "uniform_sphere",
    "variant_of_2021",
]

_BY_NAME: dict[str, type[Optimizer]] = {
    "adam": Adam,
    "adaptive_cubic": AdaptiveCubic,
    "cubic_newton": CubicNewton,
    "gradient_descent": GradientDescent,
    "heavy_ball": HeavyBall,
    "krylov_cubic": KrylovCubic,
    "nesterov": Nesterov,
    "newton": Newton,
    "noisy_gradient_descent": NoisyGradientDescent,
    "perturbed_gradient_descent": PerturbedGradientDescent,
    "sphere_noise_gradient_descent": SphereNoiseGradientDescent,
    "stochastic_gradient_descent": StochasticGradientDescent,
    "stopped_perturbed_descent": StoppedPerturbedDescent,
    "trust_region": TrustRegion,
    "warm_up": WarmUp,
}


def names() -> tuple[str, ...]:
    """Return the names that `make` knows, sorted."""
    return tuple(sorted(_BY_NAME))


def make(name: str, **parameters: Any) -> Optimizer:
    """Return the optimizer of that name with these parameters.

    Raises UserError, with near names, for an unknown optimizer or parameter, and for a missing one.
    """
    if name not in _BY_NAME:
        raise UserError(f"no optimizer is called {name!r}; {did_you_mean(name, _BY_NAME)}")
    known = [field.name for field in fields(_BY_NAME[name])]  # type: ignore[arg-type]
    for parameter in parameters:
        if parameter not in known:
            raise UserError(f"{name}: no parameter {parameter}; {did_you_mean(parameter, known)}")
    try:
        return _BY_NAME[name](**parameters)
    except TypeError as error:
        raise UserError(f"{name}: {error}; its parameters are {', '.join(known)}") from None
