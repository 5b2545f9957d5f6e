PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SAMPLE := tests/fixtures/repos/poc-chatbot

.DEFAULT_GOAL := help
.PHONY: help demo test lint format check new-rule golden docs bench knowledge corpus browser hooks

help: ## list these words
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "ailint needs Python 3.11 or later")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]' --constraint constraints.txt
	@touch $@

demo: $(READY) ## lint the bundled sample repository
	@copy=$$(mktemp -d) && trap 'rm -rf "$$copy"' EXIT && cp -R $(SAMPLE) "$$copy" && cd "$$copy/$(notdir $(SAMPLE))" && "$(CURDIR)/$(BIN)/ailint" check --exit-zero

test: $(READY) ## all tests, or the cases of one rule: RULE=name
	$(BIN)/python -m pytest -q $(if $(RULE),tests/test_rules.py --rule $(RULE))

lint: $(READY) ## ruff, mypy, ailint on itself
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/ailint check --quiet

format: $(READY) ## rewrite the code as ruff would, and the README's tables
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python scripts/readme.py

check: lint test ## what CI runs

new-rule: $(READY) ## folder, card and cases of a new rule: AREA=security NAME=rule-name
	$(BIN)/python scripts/new_rule.py "$(AREA)" "$(NAME)"

golden: $(READY) ## rewrite the golden files of the renderers; read the difference
	$(BIN)/python -m pytest -q tests/test_formats.py tests/readiness_report --golden

docs: $(READY) ## build rule pages and the README's tables
	$(BIN)/python scripts/readme.py
	$(BIN)/python scripts/rule_pages.py build/docs

bench: $(READY) ## speed and memory against another linter on the same tree: TREE=dir
	$(BIN)/python bench/run.py $(if $(TREE),--tree "$(TREE)") $(ARGS)

knowledge: $(READY) ## compare every table with the real packages (downloads them)
	$(BIN)/python scripts/verify_knowledge.py $(ARGS)

corpus: $(READY) ## findings on real projects, and what changed since last time: CHECKOUTS=dir
	$(BIN)/python scripts/corpus.py "$(CHECKOUTS)"

browser: $(READY) ## open, filter and print readiness reports in a real browser: CHROMIUM=path
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[browser]' --constraint constraints.txt
	$(BIN)/python scripts/browser.py

hooks: $(READY) ## install the pre-commit hooks as their users do, and run all three (downloads)
	@copy=$$(mktemp -d) && trap 'rm -rf "$$copy"' EXIT && cp -R tests/fixtures/repos/production-rag/. "$$copy" && cd "$$copy" && git init -q && git add -A \
	&& PRE_COMMIT_HOME="$$copy/.hooks" "$(CURDIR)/$(BIN)/pre-commit" try-repo "$(CURDIR)" --all-files --verbose --hook-stage manual
