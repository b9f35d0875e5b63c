"""Replica-steps a second on one core, for the landscapes of the plane.

Three numbers of the same run, in the same process, of processor time: a batch after some steps
through the package; a NumPy loop that treats one replica at a time with the same gradient; and the
limit that memory sets: a step must read and write once what the method keeps, 32 bytes a replica in
the plane for gradient descent, at the bandwidth measured by copying an array far larger than the
caches. Blocks of replicas that stay in the cache from step to step may exceed that limit, and are
held back by NumPy's passes over them instead: of these alone, for descent on the double well, a
fourth number. Run it from the root of the checkout:

    OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 .venv/bin/python benchmarks/optimizers.py
"""

import numpy as np
from timing import seconds

from provenscape.models import landscapes
from provenscape.models.optimizers import (
    Adam,
    GradientDescent,
    HeavyBall,
    Optimizer,
    PerturbedGradientDescent,
    after,
)
from provenscape.models.optimizers.base import BLOCK

ETA = 1 / 64
# What a step must read and write, for a replica in the plane: two coordinates of the iterate, and
# of the velocity, or of both moments; or an age and a mark.
BYTES = {
    "gradient descent": 4 * 8,
    "heavy ball": 8 * 8,
    "Adam": 12 * 8,
    "perturbed descent": 4 * 8 + 2 * 8 + 1,
}
BATCHES = (1_000, 10_000, 100_000, 1_000_000)
METHODS: dict[str, Optimizer] = {
    "gradient descent": GradientDescent(ETA),
    "heavy ball": HeavyBall(ETA, 0.9),
    "Adam": Adam(ETA),
    "perturbed descent": PerturbedGradientDescent(ETA, 1e-3, 1e-3, 50),
}


def bandwidth() -> float:
    """Bytes a second read and written by copying 256 MB."""
    source = np.ones(1 << 25)
    target = np.empty_like(source)
    return 2 * source.nbytes / seconds(lambda: np.copyto(target, source))


def batched(method: Optimizer, name: str, replicas: int) -> float:
    """Replica-steps a second of one batch."""
    steps = max(100, 2_000_000 // replicas)
    start = np.random.default_rng(1).uniform(-1, 1, (replicas, 2))
    gradient = landscapes.get(name).grad
    spent = seconds(lambda: after(method, gradient, start, steps, np.random.default_rng(2)))
    return replicas * steps / spent


def passes(steps: int = 200) -> float:
    """Replica-steps a second if the ten operations that descent on the double well is, on arrays
    of one block that are there already, were all that takes time."""
    x, y = np.random.default_rng(1).uniform(-1, 1, (2, BLOCK))
    a, b, c = np.empty((3, BLOCK))
    four, two, eta = map(np.array, (4.0, 2.0, ETA))

    def work() -> None:
        for _ in range(steps):
            np.multiply(x, x, a)
            np.multiply(a, x, a)
            np.multiply(four, a, a)
            np.multiply(four, x, b)
            np.subtract(a, b, a)
            np.multiply(two, y, c)
            np.multiply(eta, a, a)
            np.multiply(eta, c, c)
            np.subtract(x, a, x)
            np.subtract(y, c, y)

    return BLOCK * steps / seconds(work)


def one_by_one(name: str, replicas: int = 20, steps: int = 200) -> float:
    """Replica-steps a second of gradient descent, replica by replica, step by step."""
    grad = landscapes.get(name).grad
    starts = np.random.default_rng(1).uniform(-1, 1, (replicas, 2))

    def work() -> None:
        for x in starts:
            for _ in range(steps):
                x = x - ETA * grad(x)

    return replicas * steps / seconds(work)


def main() -> None:
    copied = bandwidth()
    print(f"memory: {copied / 1e9:.1f} GB/s")
    for label, count in BYTES.items():
        print(f"{label}: {count} bytes, at most {copied / count / 1e6:.0f} million replica-steps/s")
    share = passes() / (copied / BYTES["gradient descent"])
    print(f"NumPy's passes of descent on the double well alone: {share:.0%} of that limit")
    print(f"{'landscape':<18}{'method':<20}{'batch':>9}{'10⁶/s':>8}{'× loop':>8}{'of limit':>10}")
    for name in ("quadratic_saddle", "double_well"):
        loop = one_by_one(name)
        for label, method in METHODS.items():
            for replicas in BATCHES:
                rate, limit = batched(method, name, replicas), copied / BYTES[label]
                print(
                    f"{name:<18}{label:<20}{replicas:>9}{rate / 1e6:>8.1f}"
                    f"{rate / loop:>8.0f}{rate / limit:>10.1%}"
                )


if __name__ == "__main__":
    main()
