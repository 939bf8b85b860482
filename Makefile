# Everything is set up on the way: a clean clone needs `make demo` or `make test` and no more.
# Another Python: make PYTHON=python3.12 demo

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt
BUILD := hatchling editables

.PHONY: demo test docs pins clean

## A draft with planted errors, checked against the starter corpus. Its findings do not fail the demo.
demo: $(VENV)/.installed
	$(BIN)/python cli.py index build
	$(BIN)/python cli.py check examples/qingdao.md --fail-on never

## All checks, as CI runs them. pytest comes last, so that its summary is the last line.
test: $(VENV)/.tested-with
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python docs/generate.py --check
	$(BIN)/python -m pytest

## Write the generated pages and the picture again.
docs: $(VENV)/.installed
	$(BIN)/python docs/generate.py
	$(BIN)/python cli.py index build
	$(BIN)/python docs/picture.py

## The newest versions that pyproject.toml allows, as constraints.txt. The line of torch stays.
pins:
	$(PYTHON) -m venv --clear $(VENV).pins
	$(VENV).pins/bin/python -m pip install --quiet "$$(grep ^torch== constraints.txt)" $(BUILD)
	$(VENV).pins/bin/python -m pip install --quiet --no-build-isolation '.[dev]'
	sed '/^[^#]/d' constraints.txt >$(VENV).pins/head
	$(VENV).pins/bin/python -m pip freeze --all --exclude pip --exclude verify-claims \
		| sed 's/+.*//' | cat $(VENV).pins/head - >constraints.txt
	rm -rf $(VENV).pins

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	find indexes -mindepth 1 -maxdepth 1 -type d -exec rm -rf {} +

# The stamps come last in their rules, so that a step that was interrupted is done again.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; (3, 11) <= v <= (3, 13) or sys.exit("Verify needs Python 3.11, 3.12 or 3.13, but $(PYTHON) is %d.%d. Name another: make PYTHON=python3.12 $(MAKECMDGOALS)" % v)'
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

# torch comes first: a build for the CPU alone, where the machine offers one, is then kept.
# Verify itself is built without isolation, which would fetch a builder of any version.
$(VENV)/.installed: $(VENV)/.made pyproject.toml constraints.txt
	@echo "Installing what Verify needs into $(VENV); the first time this takes some minutes."
	$(PIP) torch $(BUILD)
	$(PIP) --no-build-isolation --editable .
	@touch $@

$(VENV)/.tested-with: $(VENV)/.installed
	$(PIP) --no-build-isolation --editable '.[dev]'
	@touch $@
