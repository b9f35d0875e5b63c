"""Each proof file is loaded once a process and verified once a run, however many tests ask."""

import json
import os
from functools import cache

import pytest

from provenscape.claims.isolation import isolated
from provenscape.claims.loading import load
from provenscape.claims.verification import verify_loaded


@pytest.fixture(scope="session")
def verified(shared, loaded):
    """A function from the path of a proof file to its record, made in a process of its own."""

    @cache
    def record(path):
        kept = shared / f"{path.parent.name}-{path.stem}.json"
        if not kept.exists():
            made = kept.with_suffix(f".{os.getpid()}")
            module = loaded(path)
            found = isolated(lambda: verify_loaded(path, module), str(path))
            made.write_text(json.dumps(found), encoding="utf-8")
            made.replace(kept)
        return json.loads(kept.read_text(encoding="utf-8"))

    return record


@pytest.fixture(scope="session")
def loaded():
    """A function from the path of a proof file to its module."""
    return cache(load)
