"""Experiments on critical points of random functions."""
