"""Experiments on problems that are said to have only strict saddles and good minima."""
