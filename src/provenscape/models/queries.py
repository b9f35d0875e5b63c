"""The queries of a method on a hard instance, counted: each point where it asks for a gradient."""

from typing import Any

import numpy as np

from provenscape.models.hard_instances import Chain, FirstOrderChain
from provenscape.models.optimizers import Optimizer, iterate


def asked(
    chain: Chain | FirstOrderChain,
    method: Optimizer,
    start: np.ndarray,
    bound: float,
    longest: int,
) -> list[dict[str, Any]]:
    """The coordinates found and the gradient norm at each point that the method asks for, from the
    start, of shape (1, n), to the first norm that is at most `bound`, or to so many points."""
    rows: list[dict[str, Any]] = []

    def told(x: np.ndarray) -> np.ndarray:
        slope = chain.grad(x)
        norm = float(np.linalg.norm(slope))
        rows.append({"query": len(rows), "found": int(chain.progress(x)[0]), "gradient": norm})
        return slope

    states = iterate(method, told, start)
    next(states)
    rows.clear()  # the start was asked for once, to see whether the shape is right
    while not rows or (rows[-1]["gradient"] > bound and len(rows) < longest):
        next(states)
    return rows
