"""What a study costs as it grows tenfold and a hundredfold, in processor seconds, with exponents.

Three things grow: claims that are verified; replicas of a method and of a random matrix, in batches
of at most `BATCH`, as an experiment would have them; and experiments that are declared, all of
which each start of the workflow reads. The exponent is that of the last tenfold step: log₁₀ of how
many times dearer it is. Processor time, not that of a clock: other processes disturb it little. Run
it from the root of the checkout:

    .venv/bin/python benchmarks/scaling.py
"""

import math
import resource
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from provenscape.claims import verification
from provenscape.claims.loading import proof_files
from provenscape.models import ensembles, landscapes
from provenscape.models.ensembles import inertia
from provenscape.models.optimizers import GradientDescent, after
from provenscape.study import registry

ROOT = Path(__file__).parents[1]
BATCH = 100_000
STEPS = 100
EXPERIMENT = "TABLES = ('t{0}',)\nPARAMETERS = {{'quick': {{}}, 'full': {{}}}}\n"


def spent() -> float:
    """Processor seconds of this process and of those that it has waited for."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def claims(count: int) -> None:
    """Verify so many claims: three, evenly spread over the study, again and again."""
    files = proof_files(ROOT)
    spread = [files[len(files) * part // 6] for part in (1, 3, 5)]
    for index in range(count):
        verification.verify(spread[index % 3])


def batches(replicas: int) -> list[int]:
    """The sizes of the batches."""
    return [min(BATCH, replicas - done) for done in range(0, replicas, BATCH)]


def descent(replicas: int) -> None:
    """Gradient descent in the plane, `STEPS` steps a replica."""
    generator = np.random.default_rng(1)
    for size in batches(replicas):
        start = generator.uniform(-1, 1, (size, 2))
        after(GradientDescent(1 / 64), landscapes.get("monkey_saddle").grad, start, STEPS)


def matrices(replicas: int) -> None:
    """Are all eigenvalues of a matrix of the GOE positive, at n = 8?"""
    generator = np.random.default_rng(1)
    for size in batches(replicas):
        inertia.positive_definite(ensembles.get("goe").sample(8, size, generator))


def jobs(count: int) -> None:
    """Read so many experiments, as each start of the workflow does."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "documents").mkdir()
        (root / "documents/inventory.csv").write_text("item,chapter\nO-1,hardness\n", "utf-8")
        (root / "experiments/hardness").mkdir(parents=True)
        for number in range(count):
            path = root / f"experiments/hardness/e{number}.py"
            path.write_text(EXPERIMENT.format(number), "utf-8")
        registry.experiments(root)


GROWING: dict[str, tuple[Callable[[int], None], Sequence[int]]] = {
    "claims verified": (claims, (3, 30, 300)),
    f"replicas of descent, {STEPS} steps": (descent, (100_000, 1_000_000, 10_000_000)),
    "random 8 × 8 matrices, sign test": (matrices, (100_000, 1_000_000, 10_000_000)),
    "experiments declared": (jobs, (50, 500, 5_000)),
}


def main() -> None:
    print(f"{'what grows':<34}{'size':>10}{'seconds':>10}{'µs each':>12}{'exponent':>10}{'MB':>7}")
    for name, (work, sizes) in GROWING.items():
        work(sizes[0])  # compiles, and fills the caches
        last = (0, 0.0)
        for size in sizes:
            before = spent()
            work(size)
            cost = spent() - before
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            slope = math.log(cost / last[1]) / math.log(size / last[0]) if last[0] else math.nan
            shown = f"{slope:>10.2f}" if last[0] else f"{'':>10}"
            print(
                f"{name:<34}{size:>10}{cost:>10.2f}{cost / size * 1e6:>12.2f}{shown}{peak:>7.0f}",
                flush=True,
            )
            last = (size, cost)


if __name__ == "__main__":
    main()
