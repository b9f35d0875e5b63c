"""The optimizers under study, all batched over replicas (see `base`)."""

from provenscape.optimizers.base import Gradient, Optimizer, State, iterate, trajectory
from provenscape.optimizers.gradient_descent import GradientDescent
from provenscape.optimizers.heavy_ball import HeavyBall
from provenscape.optimizers.noisy import NoisyGradientDescent
from provenscape.optimizers.perturbed import PerturbedGradientDescent, uniform_ball

__all__ = [
    "Gradient",
    "GradientDescent",
    "HeavyBall",
    "NoisyGradientDescent",
    "Optimizer",
    "PerturbedGradientDescent",
    "State",
    "iterate",
    "trajectory",
    "uniform_ball",
]
