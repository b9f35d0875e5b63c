"""Nothing is asked of a network at run time: a build in a namespace without interfaces is whole."""

import shutil
import socket
import subprocess
import sys

import pytest

ALONE = ["unshare", "--map-root-user", "--net"]
TARGETS = (
    "results/data/hardness/noise.csv",
    "results/figures/critical_points/curve.pdf",
    "results/claims/polyak_lojasiewicz.json",
    "results/ledger.json",
)
CONNECT = "import socket, sys; socket.create_connection(('127.0.0.1', int(sys.argv[1])), 2)"


def refusal() -> str:
    """Why no process can be started without a network here; empty if one can."""
    if not shutil.which(ALONE[0]):
        return "no command unshare here"
    run = subprocess.run([*ALONE, "true"], capture_output=True, text=True, check=False)
    return f"unshare is not allowed here: {run.stderr.strip()}" if run.returncode else ""


@pytest.mark.skipif(bool(refusal()), reason=refusal() or "allowed")
def test_a_build_without_any_interface_makes_data_figures_proofs_and_ledger(fresh):
    with socket.create_server(("127.0.0.1", 0)) as server:
        connect = [sys.executable, "-c", CONNECT, str(server.getsockname()[1])]
        assert subprocess.run(connect, check=False).returncode == 0
        cut_off = subprocess.run([*ALONE, *connect], capture_output=True, check=False)
        assert cut_off.returncode != 0 and b"OSError" in cut_off.stderr
    run = fresh.snakemake(*TARGETS, before=ALONE)
    assert run.returncode == 0, run.stderr
    assert all((fresh.root / target).stat().st_size for target in TARGETS)
