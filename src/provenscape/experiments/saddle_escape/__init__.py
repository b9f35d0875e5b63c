"""Experiments on leaving saddle points."""
