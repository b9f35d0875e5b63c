"""Random matrices a second on one core: sampling and the sign test against NumPy's eigenvalues.

Four numbers of the same run, in the same process, on the same matrices: sampling a batch of the
GOE; NumPy's batched `eigvalsh`, the obvious way to see whether all eigenvalues are positive; the
sign test of `provenscape.models.ensembles.inertia`, its checks of symmetry included; and the same
test on matrices that are all positive definite, its worst case, as nothing can be dropped early.
Rates are given as multiples of that of `eigvalsh`. Run it from the root of the checkout:

    OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 .venv/bin/python benchmarks/ensembles.py
"""

from functools import partial

import numpy as np
from timing import seconds

from provenscape.models import ensembles
from provenscape.models.ensembles import inertia

SIZES = {2: 100_000, 4: 50_000, 8: 20_000, 16: 8_000, 32: 2_000, 64: 500, 128: 100}
GOE = ensembles.get("goe")


def definite(n: int, size: int) -> np.ndarray:
    """Positive definite matrices: the GOE moved beyond the edge of its spectrum."""
    return GOE.sample(n, size, np.random.default_rng(2)) + (4 * n**0.5 + 8) * np.eye(n)


def main() -> None:
    print(
        f"{'n':>4}{'batch':>9}{'eigvalsh 10³/s':>16}{'sampling':>10}{'sign test':>11}{'worst':>7}"
    )
    for n, size in SIZES.items():
        generator = np.random.default_rng(1)
        matrices, harder = GOE.sample(n, size, generator), definite(n, size)
        truth = np.linalg.eigvalsh(matrices)[:, 0] > 0
        if not np.array_equal(inertia.positive_definite(matrices), truth):
            raise SystemExit(f"n = {n}: the sign test and the eigenvalues disagree")
        if not inertia.positive_definite(harder).all():
            raise SystemExit(f"n = {n}: the sign test rejects a positive definite matrix")
        slow = seconds(partial(np.linalg.eigvalsh, matrices))
        slower = seconds(partial(np.linalg.eigvalsh, harder))
        drawn = slow / seconds(partial(GOE.sample, n, size, generator))
        tested = slow / seconds(partial(inertia.positive_definite, matrices))
        worst = slower / seconds(partial(inertia.positive_definite, harder))
        print(
            f"{n:>4}{size:>9}{size / slow / 1e3:>16.1f}{drawn:>9.1f}×{tested:>10.1f}×{worst:>6.1f}×"
        )


if __name__ == "__main__":
    main()
