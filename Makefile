# make run · make test · make check · make bench. Each sets up what it needs.
PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: run test check bench lock pictures browser clean
.DEFAULT_GOAL := run

.venv/run.done: requirements.txt
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --requirement requirements.txt
	touch $@

.venv/test.done: .venv/run.done tests/requirements.txt
	$(BIN)/pip install --quiet --requirement tests/requirements.txt
	touch $@

run: .venv/run.done
	$(BIN)/streamlit run app.py --server.port $(PORT)

# The journeys drive a real Chromium: the one on this machine, else Debian's package.
browser:
	@command -v chromium >/dev/null || { \
	  echo "Installing Chromium from the system's packages for the browser tests"; \
	  as=""; [ "$$(id -u)" = 0 ] || as=sudo; \
	  $$as apt-get update -qq && $$as apt-get install -y -qq chromium >/dev/null; }

# Two workers, a file to one of them: most of a journey is waiting for the browser.
PYTEST := $(BIN)/pytest --numprocesses 2 --dist loadfile

test: .venv/test.done browser
	$(PYTEST)

check: .venv/test.done browser
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(PYTEST)

bench: .venv/test.done browser
	$(BIN)/python -m tests.bench

pictures: .venv/test.done browser
	$(BIN)/python -m tests.browser.pictures

lock: .venv/test.done
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-options --no-header --output-file requirements.txt requirements.in
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-options --no-header --constraint requirements.txt --output-file tests/requirements.txt tests/requirements.in

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
