"""The objects of study: landscapes, networks, optimizers and ensembles of random matrices."""
