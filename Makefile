# Everything a stranger needs: make demo, make test. `make check` is what CI runs.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/.ready

.PHONY: setup demo test bench desk-load crash hostile noise check lint types contracts clean

setup: $(READY)

$(READY): pyproject.toml .ci/constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Copychief needs Python 3.11 or later; name one with: make PYTHON=/path/to/python3.11")'
	@test -d .venv || $(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --constraint .ci/constraints.txt --editable '.[dev]'
	@touch $(READY)

demo: setup
	@$(BIN)/copychief demo

test: setup
	@$(BIN)/pytest --numprocesses 4 --dist worksteal

bench: setup
	@$(BIN)/pip install --quiet --disable-pip-version-check --constraint .ci/constraints.txt --editable '.[bench]' || echo 'proselint could not be installed; measured without it'
	@$(BIN)/python tests/bench/run.py

desk-load: setup
	@$(BIN)/python -m tests.load.run

crash: setup
	@$(BIN)/python -m tests.crash.run

hostile: setup
	@$(BIN)/python -m tests.hostile.run

noise: setup
	@test -n "$(NEWS)" || { echo "Name news to read, JSON lines or a folder of .txt: make noise NEWS=PATH"; exit 2; }
	@$(BIN)/python -m tests.bench.noise $(NEWS)

lint: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup
	@$(BIN)/mypy

contracts: setup
	@$(BIN)/lint-imports

check: test lint types contracts
	@$(BIN)/copychief demo --headless

clean:
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis dist
