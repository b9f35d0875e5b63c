"""Images of handwritten digits, from files that come with scikit-learn: 1797 of 8 × 8 pixels.

They are the test part of the Optical Recognition of Handwritten Digits of Alpaydin & Kaynak (1998),
doi:10.24432/C50P49, licence CC BY 4.0, written by 13 people.
"""

from collections.abc import Collection
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from provenscape.errors import UserError
from provenscape.models.requirements import require_count, require_generator

CLASSES = 10


@dataclass(frozen=True)
class Split:
    """Examples for training and for testing: inputs (n, d), labels (n,) from 0 to 9."""

    inputs: np.ndarray
    labels: np.ndarray
    test_inputs: np.ndarray
    test_labels: np.ndarray

    def __post_init__(self) -> None:
        check(self.inputs, self.labels)
        check(self.test_inputs, self.test_labels)
        require_classes(self.labels[None])


def split(generator: np.random.Generator, training: int = 1200, test: int = 597) -> Split:
    """Return so many training and test examples, drawn without replacement.

    Pixels are divided by 16, their greatest value, after the mean of each over the training
    examples is taken away. Raises UserError if there are not so many examples, or a class is
    missing among those for training.
    """
    images, labels = load()
    require_generator("digits", generator)
    require_count("digits", "training", training)
    require_count("digits", "test", test)
    if training + test > len(images):
        raise UserError(
            f"digits: {training} + {test} examples are asked for; there are {len(images)}"
        )
    order = generator.permutation(len(images))
    seen, unseen = order[:training], order[training : training + test]
    mean = images[seen].mean(axis=0)
    inputs = ((images - mean) / 16).astype(np.float32)
    kinds = labels.astype(np.int32)
    return Split(inputs[seen], kinds[seen], inputs[unseen], kinds[unseen])


def load() -> tuple[np.ndarray, np.ndarray]:
    """Return all images, pixels from 0 to 16 (n, 64), and labels, as scikit-learn's `load_digits`.

    Its file is read without it: to import it takes 0.8 s, to read the file 0.01 s.
    """
    place = find_spec("sklearn")
    if place is None or place.origin is None:
        raise UserError("digits: scikit-learn, whose images these are, is not installed")
    table = np.loadtxt(Path(place.origin).parent / "datasets/data/digits.csv.gz", delimiter=",")
    return table[:, :-1], table[:, -1].astype(int)


def pool() -> tuple[np.ndarray, np.ndarray]:
    """Return all images, less their mean and divided by 16, (n, 64), and labels; one order."""
    images, labels = load()
    return ((images - images.mean(axis=0)) / 16).astype(np.float32), labels.astype(np.int32)


def drawn(
    generator: np.random.Generator, replicas: int, count: int, labels: np.ndarray
) -> np.ndarray:
    """Return which of the images with these labels each replica has, none twice; (replicas, count).

    Raises UserError if there are not so many, or a replica misses a class that the labels have.
    """
    require_generator("digits", generator)
    for name, value in {"replicas": replicas, "count": count, "labels": len(labels)}.items():
        require_count("digits", name, value)
    if count > len(labels):
        raise UserError(f"digits: {count} examples are asked for; there are {len(labels)}")
    orders = np.tile(np.arange(len(labels), dtype=np.int32), (replicas, 1))
    rows = generator.permuted(orders, axis=1)[:, :count]
    require_classes(labels[rows], np.unique(labels).tolist())
    return rows


def require_classes(labels: np.ndarray, classes: Collection[int] = range(CLASSES)) -> None:
    """Raise UserError unless the examples of each replica, (replicas, n), have every class."""
    for replica, row in enumerate(labels):
        missing = sorted(set(classes) - set(row.tolist()))
        if missing:
            raise UserError(
                f"digits: the training examples of replica {replica} have no {missing}; "
                "take more of them"
            )


def check(inputs: np.ndarray, labels: np.ndarray) -> None:
    """Raise UserError unless inputs are finite, one row a label, and labels are digits."""
    if inputs.ndim != 2 or labels.shape != inputs.shape[:1]:
        raise UserError(
            f"digits: inputs {inputs.shape} and labels {labels.shape} do not match; "
            "give shapes (n, d) and (n,)"
        )
    if not np.isfinite(inputs).all():
        raise UserError("digits: an input is not finite; remove or mend that image")
    whole = np.issubdtype(labels.dtype, np.integer)
    if not whole or labels.min(initial=0) < 0 or labels.max(initial=0) >= CLASSES:
        raise UserError("digits: a label is no whole number from 0 to 9; mend the labels")
