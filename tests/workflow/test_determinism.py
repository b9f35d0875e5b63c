"""Every process computes in the same numerical environment, with seeds by name."""

import os
import subprocess
import sys

import numpy as np
import threadpoolctl

from provenscape.study.experiments import seed_for
from provenscape.workflow import determinism


def test_the_environment_of_the_tests_is_pinned():
    for name, value in determinism.pinned().items():
        assert os.environ[name] == value


def test_linear_algebra_runs_on_one_thread_of_a_fixed_kernel():
    np.linalg.svd(np.eye(3))
    pools = [pool for pool in threadpoolctl.threadpool_info() if pool["user_api"] == "blas"]
    assert {pool["num_threads"] for pool in pools} == {1}  # there is one to be asked
    if "OPENBLAS_CORETYPE" in determinism.pinned():
        openblas = [pool for pool in pools if pool["internal_api"] == "openblas"]
        assert {pool["architecture"] for pool in openblas} == {"Haswell"}


def test_a_process_that_imports_the_package_first_is_pinned_whatever_it_was_given():
    code = (
        "import provenscape, numpy, threadpoolctl; numpy.linalg.svd(numpy.eye(3));"
        "print({p['num_threads'] for p in threadpoolctl.threadpool_info()})"
    )
    given = os.environ | {"OPENBLAS_NUM_THREADS": "2", "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run(
        [sys.executable, "-c", code], env=given, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "{1}"


def test_an_arm_processor_is_not_told_to_be_a_haswell():
    assert "OPENBLAS_CORETYPE" not in determinism.pinned("arm64")
    assert "OPENBLAS_CORETYPE" in determinism.pinned("x86_64")


def test_seeds_depend_on_the_root_and_the_whole_name_only():
    draws = {
        key: np.random.default_rng(seed_for(*key)).integers(1 << 62)
        for key in [("a", "b", 0), ("a", "b", 1), ("a", "c", 0), ("c", "b", 0)]
    }
    assert len(set(draws.values())) == len(draws)
    assert np.random.default_rng(seed_for("a", "b", 0)).integers(1 << 62) == draws["a", "b", 0]
