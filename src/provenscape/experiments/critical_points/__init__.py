"""Experiments on stationary points and the Hessian test."""
