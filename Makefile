# Everything is set up on the way: a clean clone needs `make demo` or `make test` and no more.
# Another Python: make PYTHON=python3.12 demo

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: demo test docs clean

## A draft with planted errors, checked against the starter corpus. Its findings do not fail the demo.
demo: $(VENV)/.installed
	$(BIN)/python cli.py index build
	$(BIN)/python cli.py check examples/qingdao.md --fail-on never

## All checks, as CI runs them.
test: $(VENV)/.tested-with
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

## Write the generated pages and the picture again.
docs: $(VENV)/.installed
	$(BIN)/python docs/generate.py
	$(BIN)/python cli.py index build
	$(BIN)/python docs/picture.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	find indexes -mindepth 1 -maxdepth 1 -type d -exec rm -rf {} +

# The stamps come last in their rules, so that a step that was interrupted is done again.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; (3, 11) <= v <= (3, 13) or sys.exit("Verify needs Python 3.11, 3.12 or 3.13, but $(PYTHON) is %d.%d. Name another: make PYTHON=python3.12 $(MAKECMDGOALS)" % v)'
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

# torch comes first: a build for the CPU alone, where the machine offers one, is then kept.
$(VENV)/.installed: $(VENV)/.made pyproject.toml constraints.txt
	@echo "Installing what Verify needs into $(VENV); the first time this takes some minutes."
	$(PIP) torch==2.13.0
	$(PIP) --editable .
	@touch $@

$(VENV)/.tested-with: $(VENV)/.installed
	$(PIP) --editable '.[dev]'
	@touch $@
