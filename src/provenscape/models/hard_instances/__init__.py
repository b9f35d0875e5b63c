"""Functions on which methods are slow: `chain`, for every method, and `slow`, for one each."""

from provenscape.models.hard_instances.chain import (
    FALL,
    LIPSCHITZ,
    Chain,
    accuracy,
    phi,
    phi_ball,
    psi,
    psi_ball,
)
from provenscape.models.hard_instances.slow import SlowForCubic, SlowForDescent, SlowForNewton

__all__ = [
    "FALL",
    "LIPSCHITZ",
    "Chain",
    "SlowForCubic",
    "SlowForDescent",
    "SlowForNewton",
    "accuracy",
    "phi",
    "phi_ball",
    "psi",
    "psi_ball",
]
