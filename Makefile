# `make` builds everything from a clean checkout; it needs Python 3.11 to 3.13, pip, git and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The environment is named by what it depends on: another lock, place or Python is another one.
KEY := $(shell { cat requirements.lock; pwd; $(PYTHON) -V; } 2>&1 | cksum | cut -d ' ' -f 1)
READY := $(VENV)/ready-$(KEY)
# What Python has compiled is used again, by the jobs and by the tests.
export PYTHONDONTWRITEBYTECODE =
# What pip leaves in the folder for temporary files is taken away with it.
PIP := TMPDIR="$$PWD/$(VENV)/tmp" $(BIN)/python -m pip install --quiet --no-deps

.PHONY: all test lint mutation archive coq coqchk coq-mutants clean environment

all: environment
	$(BIN)/python -m snakemake --cores all

test: environment
	$(BIN)/python -m pytest -n auto

lint: environment
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/pre-commit run --all-files

# Changes the kernel in thousands of small ways; tests/kernel must notice. About half an hour.
mutation: environment
	$(BIN)/mutmut run
	$(BIN)/mutmut results

archive: environment
	$(BIN)/python -m snakemake --cores all archive

# A second checker: Coq with Coquelicot and Interval, which docs/coq.md says how to install.
coq: environment
	$(BIN)/snakemake --cores 2 --force coq

# Coq's checker of compiled files reads what `make coq` has left.
coqchk: environment
	$(BIN)/python -m provenscape.coq.recheck

# Every false neighbour of every claim is given to Coq too, with the original's proof, and every
# theorem about functions changed in one thing.
coq-mutants: environment
	$(BIN)/python -m provenscape.coq.controls
	$(BIN)/python -m provenscape.coq.opposites

clean:
	rm -rf $(VENV) .snakemake results

environment: $(READY)

# The mark is made last, so that an interrupted build is begun anew. One dependency comes as source
# only; it is built with the locked setuptools, hence two steps without isolation.
$(READY):
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || { echo \
	    "error: PYTHON=$(PYTHON) is not Python 3.11 to 3.13; try: make PYTHON=python3.12" >&2; exit 1; }
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	mkdir -p $(VENV)/tmp
	awk '/^[^ ]/ {wanted = /^setuptools==/} wanted' requirements.lock > $(VENV)/setuptools.lock
	$(PIP) --require-hashes -r $(VENV)/setuptools.lock
	$(PIP) --require-hashes --no-build-isolation -r requirements.lock
	$(PIP) --no-build-isolation --editable .
	rm -rf $(VENV)/tmp
	touch $(READY)

# Needs uv. The tests of the package's own code with the lowest versions that pyproject.toml allows of
# what it names, or with the newest: make bounds RESOLUTION=highest.
RESOLUTION ?= lowest-direct
OTHER := .venv.$(RESOLUTION)
.PHONY: bounds
bounds:
	uv venv --quiet --clear --python $(PYTHON) $(OTHER)
	uv pip install --quiet --python $(OTHER) --resolution $(RESOLUTION) --compile-bytecode \
	    --editable ".[dev]"
	$(OTHER)/bin/python -m pytest -n auto tests/kernel tests/models tests/study tests/figures \
	    tests/claims/test_verification.py tests/claims/test_statistics.py

# Needs uv and the network: what is known against the versions in the lock.
.PHONY: audit
audit:
	uvx pip-audit==2.10.1 --strict --disable-pip --require-hashes --requirement requirements.lock

# Needs uv. The lock names versions and digests only: no index, no path.
.PHONY: lock
lock:
	uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --extra dev \
	    --generate-hashes --no-header --no-annotate \
	    --output-file requirements.lock pyproject.toml
