# make demo    set up, then make the papers of the sample workspace
# make test    set up, then run every check
# make setup   virtual environment, locked packages, fonts, the system's libraries
# make lint    ruff, mypy and the directions between the rooms; no tests
# make lock    choose the newest versions anew and write requirements.lock
# make samples, make templates, make rules, make security, make layout    write the committed samples, templates, docs/规则.md and 版式规则.md, docs/安全.md, docs/版式.md anew
# make bench   build the peers, measure everything beside them (an hour) and write docs/性能.md; PARTS=docx for one part
# make clean   remove what was rendered and cached; the environment and the fonts stay

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

VENV ?= .venv
PYTHON ?=
BIN := $(VENV)/bin
STAMPS := $(VENV)/.stamps
export PYTHON VENV

.PHONY: help setup office demo test lint lock samples templates rules security mechanisms layout bench clean

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

# ---------------------------------------------------------------- set-up

setup: $(STAMPS)/packages $(STAMPS)/docgen .fonts/complete
	@scripts/system-packages.sh papers

# What the tests measure with, besides: LibreOffice, poppler.
office:
	@scripts/system-packages.sh papers tests

$(STAMPS)/packages: requirements.lock scripts/environment.sh
	scripts/environment.sh "$(VENV)"
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/docgen: pyproject.toml $(STAMPS)/packages
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# Never fails: without the fonts, papers say what stands in for them. Only a complete set is remembered.
.fonts/complete: scripts/fonts.sh
	@scripts/fonts.sh .fonts && { test ! -f .fonts/FandolFang-Regular.otf || touch $@; }

# ---------------------------------------------------------------- what it is for

demo: setup
	@$(BIN)/python scripts/demo.py

# ---------------------------------------------------------------- checks

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

test: setup office lint
	$(BIN)/python -m pytest -n auto --dist loadfile

# ---------------------------------------------------------------- made files that are committed

samples: setup
	$(BIN)/python -m scripts.samples

templates: setup
	$(BIN)/python -m docgen.stationery
	$(BIN)/python scripts/bulletin_template.py

rules: setup
	$(BIN)/python -m scripts.rules_page
	$(BIN)/python -m scripts.lint_page

security: setup
	$(BIN)/python -m scripts.security_page

mechanisms: setup
	@scripts/system-packages.sh papers tests
	$(BIN)/python -m scripts.mechanisms

# Needs LibreOffice, as the tests do.
layout: setup office
	$(BIN)/python -m scripts.layout_page

PARTS ?= all
bench: setup
	@scripts/system-packages.sh papers tests bench
	$(BIN)/python -m benchmarks.page $(PARTS)

lock:
	scripts/environment.sh "$(VENV)-lock" tools
	CUSTOM_COMPILE_COMMAND="make lock" $(VENV)-lock/bin/pip-compile --quiet --upgrade --extra dev --extra ruler --extra cluster \
	  --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
	  --output-file requirements.lock pyproject.toml

clean:
	rm -rf output .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build
	find src tests scripts benchmarks samples -name __pycache__ -type d -prune -exec rm -rf {} +
	find samples -name .docgen -type d -prune -exec rm -rf {} +
