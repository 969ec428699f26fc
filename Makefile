# The two commands a newcomer needs: make run, make test. The rest prepares or measures.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
READY := .venv/ready
DIR ?= build/shots

.PHONY: run test setup bench shots soak lint

run: setup
	@$(BIN)/python main.py sample

test: setup lint
	@.ci/system-libraries xvfb xdotool poppler-utils qpdf
	@rm -f .coverage .coverage.*
	QT_QPA_PLATFORM=offscreen $(BIN)/coverage run -m pytest -q -n 2 -m "not display and not soak"
	@.ci/with-display $(BIN)/python -m pytest -q -m "display and not soak"
	@$(BIN)/coverage combine -q && $(BIN)/coverage report

lint:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

setup: $(READY)

$(READY): requirements.lock
	@test -n "$(PYTHON)" || { echo "Concord needs Python 3.11 or newer; none was found."; exit 2; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@.ci/system-libraries libgl1 libegl1 libxkbcommon0 libglib2.0-0 libfreetype6 libfontconfig1 \
		libdbus-1-3 libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0
	@touch $(READY)

bench: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks

shots: setup
	$(BIN)/python main.py sample --shots $(DIR)

soak: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n 2 -m soak --timeout 3600
