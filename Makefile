# make        sets up .venv, installs Foedus and prints which mutual-defence clauses are active today
# make test   installs what the tests need and passes them
PYTHON ?= python3
BIN    := .venv/bin

.PHONY: answer test lint bench clean
answer: .venv/installed
	@$(BIN)/foedus ask active-clauses

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/installed-test: pyproject.toml .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

test: .venv/installed-test lint
	$(BIN)/python -m pytest

lint: .venv/installed-test
	$(BIN)/ruff check . && $(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

clean:
	rm -rf .venv
