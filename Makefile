# Everything a person does with a checkout. `make help` lists it.
SHELL := /bin/bash
.DEFAULT_GOAL := help

# uv from the PATH where there is one, else our own copy below .tools/ (nothing is installed outside this folder).
UV := $(shell command -v uv 2>/dev/null || echo .tools/uv/bin/uv)
PYTHON ?= python3
RUN := .venv/bin/python -m newshouse.local

.PHONY: help setup run up sql test test-fast lint format bench-dedup bench-extraction bench-fetch bench-warehouse screenshots secrets clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/.synced ## install the locked dependencies into .venv; starts nothing

run: setup ## the main job on the bundled demo: one night, end to end, with a summary
	@$(RUN) run

up: setup ## Airflow's UI, the demo site and the warehouse, until Ctrl-C
	@$(RUN) up

sql: setup ## psql on the warehouse (read-only; `make sql WRITE=1` for more)
	@$(RUN) sql $(if $(WRITE),--write)

test: setup ## all tests, from nothing
	.venv/bin/pytest

test-fast: setup ## the tests that need neither Airflow nor a browser
	.venv/bin/pytest -m "not airflow and not browser"

lint: setup ## ruff (with the Airflow rules), mypy, sqlfluff
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/sqlfluff lint sql

format: setup ## mend what ruff can mend
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

bench-dedup: setup ## near-duplicates against peers, and in Postgres, into docs/benchmarks.md (needs NEWSHOUSE_BENCH_DATA)
	@$(UV) run --locked --group bench python -m benchmarks.dedup --write-docs

bench-extraction: setup ## bodies and fields against peers, into docs/benchmarks.md (needs NEWSHOUSE_BENCH_DATA)
	@$(UV) run --locked --group bench python -m benchmarks.extraction --write-docs

bench-warehouse: setup ## what loads, refreshes and questions cost on a long history, into docs/benchmarks.md (an hour)
	@.venv/bin/python -m benchmarks.warehouse --write-docs

bench-fetch: setup ## the fetch engine against an ideal, bare requests and Scrapy, into docs/benchmarks.md
	@$(UV) run --locked --group bench python -m benchmarks.fetch --write-docs

screenshots: setup ## the pictures in docs/images anew (needs chromium; a few minutes)
	@.venv/bin/python -m tests.airflow.screenshots

secrets: ## write .env with random secrets, for docker compose
	@$(PYTHON) docker/write_env.py

clean: ## forget the embedded warehouse, archive and Airflow home (asks first)
	@read -r -p "Delete .newshouse (embedded warehouse, archive, Airflow home)? [y/N] " answer && [ "$$answer" = y ] && rm -rf .newshouse

.tools/uv/bin/uv:
	@echo "Installing uv below .tools/"
	@$(PYTHON) -m venv .tools/uv 2>/dev/null && .tools/uv/bin/pip install --quiet 'uv>=0.9,<1' \
		|| { rm -rf .tools/uv && $(PYTHON) -m pip install --quiet --target .tools/uv 'uv>=0.9,<1'; } \
		|| { echo "No way to install uv: needs python3 with venv or pip (Debian: apt-get install python3-venv)" >&2; exit 1; }

.venv/.synced: pyproject.toml uv.lock $(filter .tools/%,$(UV))
	@$(UV) sync --locked --compile-bytecode
	@touch $@
