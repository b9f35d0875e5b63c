"""Networks of a few units: to optimize what is compiled for them takes longer than to run it."""

import jax
import pytest


@pytest.fixture(scope="package", autouse=True)
def compiled_plainly():
    """XLA leaves its costly passes out while these tests run; they ask for no last bit."""
    before = jax.config.read("jax_disable_most_optimizations")
    jax.config.update("jax_disable_most_optimizations", True)
    yield
    jax.config.update("jax_disable_most_optimizations", before)
