"""Nothing that the kernel remembers from before reaches a session of its tests.

Mutation testing forks each session from a process in which the unchanged kernel has run.
"""

import pytest

from provenscape.kernel import claim, cone, engines, language


@pytest.fixture(scope="session", autouse=True)
def forgotten():
    """Empty what the kernel remembers: signs, identities, derivatives, what was admitted."""
    for remembered in (cone._evident, engines.identical, engines.derived):
        remembered.cache_clear()
    claim._meaningful.clear()
    language._admitted.clear()
