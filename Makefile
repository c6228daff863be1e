# What one can do here. Everything runs in .venv, which these targets make and keep up to date.

python := .venv/bin/python
client := src/holdfast/web/static/built/holdfast.js

.DEFAULT_GOAL := help
.PHONY: help run test check fix docs bench lock web-environment test-environment

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

run: web-environment $(client) ## Start Holdfast here; HOST=0.0.0.0 lets phones in, PORT=8000
	@.venv/bin/holdfast serve $(if $(HOST),--host $(HOST)) $(if $(PORT),--port $(PORT))

test: ## Run everything: style, types, imports, client, tests on both databases, coverage
	@scripts/machine
	@scripts/environment test
	@$(python) scripts/gate.py

check: test-environment ## Run what takes seconds: style, types, imports, client, house rules
	@$(python) scripts/gate.py check

fix: test-environment ## Mend what a program can mend
	@$(python) -m ruff check --quiet --fix; $(python) -m ruff format --quiet
	@$(python) scripts/build_client.py --fix

docs: test-environment ## Write the generated pages of the docs anew
	@$(python) scripts/make_words.py
	@$(python) scripts/make_science_docs.py

bench: test-environment $(client) ## Measure, and print the tables
	@for each in benchmarks/*.py; do $(python) $$each || exit; done

lock: test-environment ## Resolve requirements/ anew; UPGRADE=1 takes newer versions
	@$(python) scripts/lock.py $(if $(UPGRADE),--upgrade)

web-environment:
	@scripts/environment web

test-environment:
	@scripts/environment test

$(client): $(shell find client -name node_modules -prune -o -type f -print) scripts/build_client.py | web-environment
	@echo "Building the client ..."
	@$(python) scripts/build_client.py
	@touch $@
