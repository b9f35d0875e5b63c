"""Experiments on the loss surfaces of neural networks."""
