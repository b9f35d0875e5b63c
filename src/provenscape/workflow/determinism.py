"""One numerical environment for every process, whatever machine it runs on.

Linear algebra gives other last digits with another number of threads, another OpenBLAS kernel or
another instruction set, so each is fixed. The variables are read when NumPy is first imported:
`pin` must come before that.
"""

import os
import platform

_EVERYWHERE = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
    "JAX_ENABLE_X64": "1",
    "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false",
    "MPLBACKEND": "Agg",
    "PYTHONHASHSEED": "0",
    "SYMPY_GROUND_TYPES": "python",  # FLINT's numbers are the kernel's other engine
    # No digit hangs on the following. SymPy by itself keeps the last 1,000 results of each of its
    # functions, fewer than the check of one claim asks for again.
    "SYMPY_CACHE_SIZE": "20000",
    # The C library of Linux keeps the memory of arrays up to 32 MB for the next ones, where by
    # itself it returns it and has every page cleared anew.
    "MALLOC_MMAP_THRESHOLD_": str(2**25),
    "MALLOC_TRIM_THRESHOLD_": str(2**30),
}
_X86 = {
    "OPENBLAS_CORETYPE": "Haswell",
    "NPY_DISABLE_CPU_FEATURES": "X86_V4 AVX512_ICL AVX512_SPR",
    "XLA_FLAGS": _EVERYWHERE["XLA_FLAGS"] + " --xla_cpu_max_isa=AVX2",
}


def pinned(machine: str | None = None) -> dict[str, str]:
    """Return the environment variables to set on a processor such as `platform.machine()`."""
    on_x86 = (machine or platform.machine()).lower() in {"x86_64", "amd64"}
    return _EVERYWHERE | (_X86 if on_x86 else {})


def pin() -> None:
    """Set the variables in this process, for itself and for those that it starts."""
    os.environ.update(pinned())
