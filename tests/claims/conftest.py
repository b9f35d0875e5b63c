"""Each proof file is loaded and verified once a session, however many tests ask for it."""

from functools import cache

import pytest

from provenscape.claims.loading import load
from provenscape.claims.verification import verify


@pytest.fixture(scope="session")
def verified():
    """A function from the path of a proof file to its record."""
    return cache(verify)


@pytest.fixture(scope="session")
def loaded():
    """A function from the path of a proof file to its module."""
    return cache(load)
