"""Neural networks as objects of study: pure functions of parameters, many replicas at once.

two_layer: a two-layer network whose gradient and tangent kernel are written out in NumPy.
mlp: networks of any depth in JAX, with batch normalisation and skip connections as options.
losses, training, curvature: what is minimised, how, and the Hessian met on the way.
tangent: tangent kernels of networks of any depth, and descent beside its linearisation.
digits: images of handwritten digits, split for an experiment.

Where parameters or data have the replicas as first axis, the docstring says so; the functions of
one network are vectorised by `jax.vmap`.
"""

from provenscape.models.networks.two_layer import TwoLayerNetwork, random_data

__all__ = ["TwoLayerNetwork", "random_data"]
