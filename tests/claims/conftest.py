"""Each proof file is verified once a run, however many tests and processes ask for it."""

import json
import os
from functools import cache

import pytest

from provenscape.claims.loading import load
from provenscape.claims.verification import verify


@pytest.fixture(scope="session")
def verified(shared):
    """A function from the path of a proof file to its record."""

    @cache
    def record(path):
        kept = shared / f"{path.parent.name}-{path.stem}.json"
        if not kept.exists():
            made = kept.with_suffix(f".{os.getpid()}")
            made.write_text(json.dumps(verify(path)), encoding="utf-8")
            made.replace(kept)
        return json.loads(kept.read_text(encoding="utf-8"))

    return record


@pytest.fixture(scope="session")
def loaded():
    """A function from the path of a proof file to its module."""
    return cache(load)
