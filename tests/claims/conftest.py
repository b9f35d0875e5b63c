"""Each proof file is verified once a session, however many tests ask for its record."""

from functools import cache

import pytest

from provenscape.claims.verification import verify


@pytest.fixture(scope="session")
def verified():
    """A function from the path of a proof file to its record."""
    return cache(verify)
