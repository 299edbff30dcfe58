# Fieldnote: the two commands of the house are `make run` and `make test`.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: help run test setup check bench bench-reading bench-latency bench-lookups bench-reliability train-reading format lock clean

help:
	@echo "make run                what a newcomer wants: the local workspace, or Slack where .env has its tokens"
	@echo "make test               all tests (PostgreSQL included, nothing to install by hand)"
	@echo "make setup              the virtual environment alone"
	@echo "make check              lint, types, import contracts"
	@echo "make train-reading      the heads of the model's second opinion, from the data in the repository"
	@echo "make bench              the benchmarks (bench-reading, -latency, -lookups, -reliability; FULL=1 for all of it)"

# What runs needs the first lock only; tests and checks need the second.
$(VENV)/run.stamp: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Fieldnote needs Python 3.11 or newer: make PYTHON=python3.11 run"; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing: apt-get install python3-venv, then again."; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@$(BIN)/python -m compileall -q bot storage playground
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

setup: $(VENV)/dev.stamp

run: $(VENV)/run.stamp
	@exec $(BIN)/fieldnote run

test: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -n 4 --dist loadgroup

check: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: bench-reading bench-reliability bench-latency bench-lookups

bench-reading: $(VENV)/dev.stamp
	$(BIN)/python benchmarks/reading.py

bench-latency: $(VENV)/dev.stamp
	$(BIN)/python benchmarks/latency.py
	$(BIN)/python -m benchmarks.home

bench-lookups: $(VENV)/dev.stamp
	$(BIN)/python -m benchmarks.lookup_reach
	$(BIN)/python benchmarks/lookup_latency.py

bench-reliability: $(VENV)/dev.stamp
	$(BIN)/python -m benchmarks.reminders
	$(BIN)/python -m benchmarks.beat
	$(BIN)/python -m benchmarks.hours
	$(BIN)/python -m pytest -q tests/reminders/test_outbox_model.py
	$(BIN)/python -m benchmarks.inbox_storm
	$(BIN)/python -m benchmarks.decisions

train-reading: $(VENV)/dev.stamp
	$(BIN)/python -m training

format: $(VENV)/dev.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Renewing the pins needs uv (pip install uv); nothing else does.
lock:
	uv pip compile --quiet --python-version 3.11 --generate-hashes pyproject.toml -o requirements.lock
	uv pip compile --quiet --python-version 3.11 --generate-hashes --extra dev pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache
