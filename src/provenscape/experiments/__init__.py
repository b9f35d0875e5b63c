"""The experiments: one module each, `provenscape.experiments.<chapter>.<name>`."""

import zlib

import numpy as np


def seed_for(chapter: str, name: str, root: int) -> np.random.SeedSequence:
    """Return the seed of one experiment: the root seed, spawned by the experiment's name.

    An experiment added, renamed or removed leaves the random numbers of all others as they were.
    """
    return np.random.SeedSequence(root, spawn_key=(zlib.crc32(f"{chapter}/{name}".encode()),))
