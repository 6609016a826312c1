# Zoujin: `make site` builds the sample site, `make test` runs every check. Both set up what they need.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PYTEST_WORKERS ?= 2
# Tests write many small files: in memory where there is plenty of it, which spares a quarter of their time.
MEMORY := $(shell awk '/MemAvailable/ && $$2 > 8000000 { print "enough" }' /proc/meminfo 2>/dev/null | \
	grep -q enough && df -Pk /dev/shm | awk 'NR == 2 && $$4 > 4000000 { print "/dev/shm" }')
# A worker takes what the other has not begun, from the end: files of tests mostly stay together with their fixtures.
PYTEST := $(if $(MEMORY),TMPDIR=$(MEMORY)) $(BIN)/pytest -n $(PYTEST_WORKERS) --dist worksteal \
	-o tmp_path_retention_policy=failed

.PHONY: site serve handbook shots reviews test test-fast test-s3 test-office lint lint-web types layers lock bench guide clean help

help:
	@echo "make site       build the sample site into site/"
	@echo "make serve      preview it on http://127.0.0.1:8000"
	@echo "make handbook   build the handbook (in Chinese) into handbook/site/"
	@echo "make shots      picture every kind of page, all widths and modes, into shots/"
	@echo "make test       everything: style, types, layers, all tests (under 15 minutes on 2 cores)"
	@echo "make test-fast  the daily subset (under 2 minutes)"
	@echo "make test-s3    publishing to a real object store, which it installs as root (Debian)"
	@echo "make test-office  our Word and Excel files in LibreOffice, which it installs as root (Debian)"
	@echo "make bench      compare speed with peers (see benchmarks/README.md)"
	@echo "make reviews    review what changed in the sample (commit it first), with the sample keys"
	@echo "make lock       renew the hashed locks after changing pyproject.toml"

$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info[:2] < (3, 14) else "Zoujin needs Python 3.11, 3.12 or 3.13; set PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.ready: $(VENV)/.created requirements.lock pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-build.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test-ready: $(VENV)/.ready requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements-dev.lock
	@touch $@

site: $(VENV)/.ready
	$(BIN)/zoujin build

serve: $(VENV)/.ready
	$(BIN)/zoujin serve

handbook: $(VENV)/.test-ready
	sh tools/test-setup.sh
	$(BIN)/zoujin build
	$(BIN)/python -m tools.handbook

shots: $(VENV)/.test-ready
	sh tools/test-setup.sh
	$(BIN)/zoujin build
	$(BIN)/python -m tools.shots site shots

test: $(VENV)/.test-ready
	sh tools/test-setup.sh
	$(MAKE) -j2 types lint lint-web layers
	$(BIN)/python tools/check_lock.py requirements.lock
	$(PYTEST)

test-fast: $(VENV)/.test-ready
	$(MAKE) -j2 types lint layers
	$(PYTEST) -m "not slow and not browser"

test-s3: $(VENV)/.test-ready
	sh tools/test-s3-setup.sh
	ZOUJIN_TEST_S3=1 $(BIN)/pytest tests/s3

test-office: $(VENV)/.test-ready
	sh tools/test-office-setup.sh
	ZOUJIN_TEST_OFFICE=1 $(BIN)/pytest tests/office

lint: $(VENV)/.test-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

lint-web:
	node tools/web/node_modules/eslint/bin/eslint.js --config tools/web/eslint.config.mjs --max-warnings 0 theme/assets theme/desk

types: $(VENV)/.test-ready
	$(BIN)/mypy

layers: $(VENV)/.test-ready
	$(BIN)/lint-imports

reviews: $(VENV)/.ready
	$(BIN)/python -m tools.sample_reviews

guide: $(VENV)/.ready
	$(BIN)/zoujin schema --guide docs/fields.md

bench: $(VENV)/.test-ready
	$(BIN)/python -m benchmarks

lock: $(VENV)/.test-ready
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --quiet -o requirements.lock
	$(BIN)/uv pip compile --group build --universal --python-version 3.11 --generate-hashes --no-header --quiet -o requirements-build.lock
	$(BIN)/uv pip compile pyproject.toml --extra s3 --group dev --group build --universal --python-version 3.11 --generate-hashes --no-header --quiet -c requirements.lock -o requirements-dev.lock
	$(BIN)/python tools/check_lock.py requirements.lock

clean:
	rm -rf site .site-spare .site-aside .site-staging-* .zoujin
