# make        sets up .venv, installs Foedus and prints which mutual-defence clauses are active today
# make test   installs what the tests need and passes them
PYTHON ?= python3
BIN    := .venv/bin

.PHONY: answer test lint lint-scripts browser bench clean
answer: .venv/installed
	@$(BIN)/foedus ask active-clauses

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/installed-test: pyproject.toml .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

test: .venv/installed-test browser lint lint-scripts
	$(BIN)/python -m pytest --numprocesses 2

lint: .venv/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The scripts of the pages, where node is there.
lint-scripts:
	@if command -v npm >/dev/null; then npm install --silent --no-audit --no-fund --no-package-lock && npx eslint graph/foedus/view; \
	else echo "no npm: the scripts of the pages are not linted"; fi

# The browser in which pages are tested; where it cannot be installed, those tests say so and are skipped.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	     && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y chromium >/dev/null; } \
	|| echo "no chromium: the pages are not tested in a browser"

bench: .venv/installed-test
	$(BIN)/python bench/ask.py

clean:
	rm -rf .venv node_modules
