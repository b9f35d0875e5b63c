"""Functions on which methods are slow: `chain`, for every method, `first_order_chain`, for those
that use gradients alone, and `slow`, for one each."""

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
from provenscape.models.hard_instances.first_order_chain import FirstOrderChain, fitted
from provenscape.models.hard_instances.slow import SlowForCubic, SlowForDescent, SlowForNewton

__all__ = [
    "FALL",
    "LIPSCHITZ",
    "Chain",
    "FirstOrderChain",
    "SlowForCubic",
    "SlowForDescent",
    "SlowForNewton",
    "accuracy",
    "fitted",
    "phi",
    "phi_ball",
    "psi",
    "psi_ball",
]
