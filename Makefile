# `make run` opens the dashboard, `make test` runs every check.  Both need nothing but Python 3.11 and make: they set up
# .venv from the pinned requirements themselves, and do so again only when those change.

PYTHON ?= $(shell command -v python3.11 || command -v python3 || echo python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check

.PHONY: help run test lint types tests unit browser expected catalogues pins clean

help:
	@echo "make run       set up what is needed and open the dashboard"
	@echo "make test      set up what is needed and run every check: lint, types, unit, page and browser tests"
	@echo "make expected  write tests/expected/ and the tables in the documents anew; read the diff"
	@echo "make catalogues  bring views/locale up to date and name what waits for a translator"
	@echo "make pins      pin the newest versions of everything in pyproject.toml"
	@echo "make clean     remove what the others set up"

RELOAD := none

run: $(VENV)/run.stamp
	KEEP_ARTICLES=1 $(BIN)/streamlit run dashboard.py --server.address=localhost --server.fileWatcherType=$(RELOAD)

# Types are checked while the tests run, and browser tests wait more than they work: side by side all is ready soonest.
test: lint
	@PATH="$(BIN):$$PATH" sh tests/browser/get-tools.sh
	$(MAKE) --no-print-directory -j2 types tests

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev.stamp
	$(BIN)/mypy .

tests: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -q -n 3 --dist worksteal -rs

unit: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -q -n 2 -m "not browser"

browser: $(VENV)/dev.stamp
	@PATH="$(BIN):$$PATH" sh tests/browser/get-tools.sh
	$(BIN)/python -m pytest -q -n 2 -m browser -rs

expected: $(VENV)/dev.stamp
	$(BIN)/python -m tests.expected_facts
	$(BIN)/python -m tests.generated

catalogues: $(VENV)/dev.stamp
	$(BIN)/python -m views.catalogues

pins: $(VENV)/dev.stamp
	$(PIP) pip-tools
	$(BIN)/pip-compile $(PIN_FLAGS) --extra dashboard --extra documents -o requirements.txt pyproject.toml
	$(BIN)/pip-compile $(PIN_FLAGS) --generate-hashes --extra dashboard --extra documents -c requirements.txt -o requirements.lock pyproject.toml
	$(BIN)/pip-compile $(PIN_FLAGS) -c requirements.txt --all-extras -o requirements-dev.txt pyproject.toml

PIN_FLAGS := --quiet --upgrade --strip-extras --no-header --no-annotate --no-emit-index-url --no-emit-find-links

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache

$(VENV)/venv.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or later is needed, and $(PYTHON) is not; say which to use: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "This Python cannot make virtual environments; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@touch $@

$(VENV)/run.stamp: $(VENV)/venv.stamp requirements.txt
	$(PIP) -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: $(VENV)/venv.stamp requirements.txt requirements-dev.txt
	$(PIP) -r requirements-dev.txt
	@touch $@ $(VENV)/run.stamp
