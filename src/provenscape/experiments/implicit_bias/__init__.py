"""Experiments on which minimum an algorithm finds, and what that is worth."""
