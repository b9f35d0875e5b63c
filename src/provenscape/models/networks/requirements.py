"""What networks, data and the order of steps must satisfy; UserErrors instead of JAX's.

Shapes are known while a function is traced, so that those checks work inside compiled code too;
values are looked at outside of it.
"""

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from provenscape.errors import UserError

Shapes = list[dict[str, tuple[int, ...]]]


def require_double(who: str) -> None:
    """Raise UserError if JAX has no 64-bit numbers, which it turns to 32-bit ones in silence."""
    if not jax.config.read("jax_enable_x64"):
        raise UserError(
            f"{who}: JAX is not in 64-bit; import provenscape before jax, or set JAX_ENABLE_X64=1"
        )


def require_layers(who: str, parameters: Any, shapes: Shapes, replicas: int | None = None) -> None:
    """Raise UserError unless the parameters have these shapes, after the replicas if there are."""
    front = () if replicas is None else (replicas,)
    try:
        found = [{name: np.shape(a) for name, a in layer.items()} for layer in parameters]
    except (AttributeError, TypeError, ValueError):
        raise UserError(f"{who}: parameters are no list of layers with weights, biases") from None
    expected = [{name: front + shape for name, shape in layer.items()} for layer in shapes]
    if found != expected:
        raise UserError(
            f"{who}: the layers' shapes are {found}, but those of the network are {expected}"
        )


def require_replicas(who: str, parameters: Any, shapes: Shapes) -> int:
    """Return how many networks the parameters hold; raise UserError unless they are networks."""
    try:
        replicas = np.shape(parameters[0]["biases"])[0]
    except (IndexError, KeyError, TypeError):
        raise UserError(f"{who}: parameters have no first layer with replicas first") from None
    require_layers(who, parameters, shapes, replicas)
    return int(replicas)


def require_inputs(who: str, inputs: Any, dimension: int, axes: int = 2) -> tuple[int, ...]:
    """Return the shape (…, n, d) of `inputs`, d the dimension; raise UserError for another one."""
    shape = np.shape(inputs)
    if len(shape) != axes or shape[-1] != dimension or 0 in shape:
        wanted = ("(n, d)", "(replicas, n, d)")[axes - 2]
        raise UserError(f"{who}: inputs have shape {shape}; give {wanted} with d = {dimension}")
    return shape


def require_labels(who: str, labels: Any, count: int) -> None:
    """Raise UserError unless labels are whole numbers, one an example."""
    if np.shape(labels) != (count,):
        raise UserError(f"{who}: labels have shape {np.shape(labels)} for {count} examples")
    if not jnp.issubdtype(jnp.result_type(labels), jnp.integer):
        raise UserError(f"{who}: labels are {jnp.result_type(labels)}; give whole numbers")


def require_data(
    who: str, inputs: Any, targets: Any, dimension: int, outputs: int, axes: int = 2
) -> tuple[int, ...]:
    """Return (…, n), the shape of the examples; raise UserError for data that do not fit.

    Targets of shape (…, n) are labels from 0 to `outputs` − 1, those of shape (…, n, outputs) are
    real; all numbers are finite.
    """
    front = require_inputs(who, inputs, dimension, axes)[:-1]
    shape = np.shape(targets)
    if shape not in (front, (*front, outputs)):
        raise UserError(
            f"{who}: targets have shape {shape}; give {front} for labels, else {(*front, outputs)}"
        )
    require_finite(who, inputs=inputs, targets=targets)
    values = np.asarray(targets)
    if shape == front:
        if not np.issubdtype(values.dtype, np.integer):
            raise UserError(f"{who}: labels are {values.dtype}; give whole numbers")
        if values.min() < 0 or values.max() >= outputs:
            raise UserError(
                f"{who}: labels go from {values.min()} to {values.max()}; "
                f"{outputs} outputs have 0 to {outputs - 1}"
            )
    return front


def require_rows(who: str, rows: Any, count: int, axes: int) -> tuple[int, ...]:
    """Return the shape of `rows`; raise UserError unless they are numbers of `count` examples."""
    chosen = np.asarray(rows)
    if chosen.ndim != axes or 0 in chosen.shape or not np.issubdtype(chosen.dtype, np.integer):
        raise UserError(
            f"{who}: the examples used are {chosen.dtype} of shape {chosen.shape}; "
            f"give whole numbers with {axes} axes"
        )
    if chosen.min() < 0 or chosen.max() >= count:
        raise UserError(
            f"{who}: examples {chosen.min()} to {chosen.max()} are used, but there are {count}"
        )
    return chosen.shape


def require_each(who: str, name: str, value: Any, replicas: int) -> None:
    """Raise UserError unless a number, or one a replica, is finite and at least 0."""
    try:
        values = np.asarray(value, float)
    except (TypeError, ValueError):
        raise UserError(f"{who}: {name} is {value!r}; give a number") from None
    if values.shape not in ((), (replicas,)):
        raise UserError(
            f"{who}: {name} has shape {values.shape}; give one number or {replicas}, one a replica"
        )
    if not np.isfinite(values).all() or (values < 0).any():
        raise UserError(f"{who}: {name} is {value}; give finite numbers, 0 or more")


def require_finite(who: str, **arrays: Any) -> None:
    """Raise UserError, naming the array, unless all of its entries are finite numbers."""
    for name, values in arrays.items():
        found = np.asarray(values)
        numbers = np.issubdtype(found.dtype, np.number)
        if not numbers or not np.isfinite(found).all():
            raise UserError(f"{who}: {name} have an entry that is not a finite number")
