# Two commands do everything on a fresh machine:
#   make site [SOURCES=DIR]   all set-up, then the site into site/
#   make test                 all set-up, then every check and test
# Needs: Python 3.11 or later with venv, Node.js 18 or later with npm. `make doctor` says what is missing.

PYTHON ?= python3
CONSTRAINTS ?= .ci/constraints.txt
SITE_DIR ?= site
VENV := .venv
BIN := $(VENV)/bin
ASSETS := overrides/assets/fonts/.ready

# Only a SOURCES that was given is passed on; matn knows where else to look. As it is: make's own functions
# take a space in a path for the end of it.
ifneq ($(strip $(SOURCES)),)
export SOURCES
endif
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site serve test lint types doctor setup assets browser java catalogues nginx bench-search bench-growth clean

help:
	@sed -n 's/^# \{0,1\}//p' Makefile | sed -n '1,4p'

site: setup
	$(BIN)/matn build --site-dir "$(SITE_DIR)"

serve: setup
	$(BIN)/mkdocs serve

test: setup lint types browser java nginx tests/epub/node_modules/.ready
	$(BIN)/python -m pytest -n 2 --dist worksteal

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

doctor:
	@tools/setup/doctor "$(PYTHON)"

setup: $(VENV)/.ready $(ASSETS)

assets: $(ASSETS)

$(VENV)/.ready: pyproject.toml $(wildcard $(CONSTRAINTS))
	@tools/setup/doctor "$(PYTHON)"
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $(if $(wildcard $(CONSTRAINTS)),--constraint $(CONSTRAINTS)) --editable '.[fonts,test]'
	touch $@

node_modules/.ready: package.json package-lock.json
	npm ci --no-progress --loglevel=error </dev/null
	touch $@

$(ASSETS): node_modules/.ready $(VENV)/.ready tools/setup/assets.py
	$(BIN)/python tools/setup/assets.py .
	touch $@

# Tests that need Chromium skip, and say so, where it cannot be had; with CI set they fail.
browser: $(VENV)/.ready
	@tools/setup/browser $(BIN)/playwright

# The test of the books by EPUBCheck skips, and says so, where Java cannot be had; with CI set it fails.
java:
	@tools/setup/java

# What reads our books in the tests. No scripts: Puppeteer's would fetch a browser of its own.
tests/epub/node_modules/.ready: tests/epub/package.json tests/epub/package-lock.json
	npm ci --ignore-scripts --prefix tests/epub --no-progress --loglevel=error </dev/null
	touch $@

# The words of the interface: gathered from what says them, put in order, and what they lack told.
catalogues: setup
	$(BIN)/matn catalogues

# The tests of publishing need an nginx, likewise.
nginx:
	@tools/setup/nginx

# Measurements: search beside other searches, and how its index grows. They take some minutes; what they need besides
# is fetched for them alone.
bench-search: setup browser tools/benchmarks/node_modules/.ready
	$(BIN)/python -m benchmarks.search

bench-growth: setup browser tools/benchmarks/node_modules/.ready
	$(BIN)/python -m benchmarks.growth

tools/benchmarks/node_modules/.ready: tools/benchmarks/package.json tools/benchmarks/package-lock.json
	npm ci --prefix tools/benchmarks --no-progress --loglevel=error </dev/null
	touch $@

clean:
	rm -rf "$(SITE_DIR)" build .pytest_cache .mypy_cache .ruff_cache
