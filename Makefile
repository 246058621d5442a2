# make setup | demo | test | eval | bench | bench-link | bench-web. All that is installed is pinned, with hashes, in locks/.
SHELL := /bin/bash
PYTHON ?= $(shell command -v python3.11 >/dev/null 2>&1 && python3.11 --version >/dev/null 2>&1 && echo python3.11 || echo python3)
BIN := .venv/bin
# xdist workers load a language model each (about 0.5 GB).
WORKERS ?= 2
export UV_PYTHON_DOWNLOADS := never
export VIRTUAL_ENV := $(CURDIR)/.venv

.PHONY: setup setup-dev soft-islands islands test-ui test check-locks lint eval bench bench-link bench-web demo screenshots locks clean

setup: .venv/.setup soft-islands
setup-dev: .venv/.setup-dev soft-islands

# Without an npm registry the program is set up all the same.
soft-islands:
	@$(MAKE) -s islands || echo "the islands were not built: the pages do without the map, the timeline and the slider"

# pip stands in where uv cannot install: where only a mirror known to pip can be reached.
define install
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --require-hashes -r locks/uv.txt
	$(BIN)/uv pip install -q --require-hashes -r $(1) || $(BIN)/python -m pip install -q --require-hashes -r $(1)
	$(BIN)/python -m pip install -q --no-deps --no-build-isolation --no-index -e .
	$(BIN)/python -m onrecord.lexicon.gazetteer
endef

.venv/.setup: locks/users.txt locks/uv.txt pyproject.toml
	$(call install,locks/users.txt)
	@touch $@

.venv/.setup-dev: locks/dev.txt locks/uv.txt pyproject.toml
	$(call install,locks/dev.txt)
	@touch $@ .venv/.setup

# The pages' islands of script are built where Node 20.19 or a later one is; where it is not, the pages do without them.
NODE := $(shell node -e 'const [a, b] = process.versions.node.split(".").map(Number); \
  process.exit(+!(a > 22 || a === 22 && b >= 12 || a === 20 && b >= 19))' 2>/dev/null && command -v npm)
ISLANDS := src/onrecord/web/static/islands

islands: $(if $(NODE),$(ISLANDS)/islands.js)
	@$(if $(NODE),:,echo "no Node 20: the pages do without the map, the timeline and the slider")

ui/node_modules/.installed: ui/package-lock.json ui/.npmrc
	cd ui && npm ci --no-audit --no-fund
	@touch $@

$(ISLANDS)/islands.js: ui/node_modules/.installed ui/package.json ui/tsconfig.json ui/vite.config.ts $(wildcard ui/src/*.ts ui/src/*/*.ts)
	cd ui && npm run --silent build -- --logLevel warn

test-ui: islands
	@$(if $(NODE),cd ui && npm test --silent,if [ "$$REQUIRE_ALL" = 1 ]; then echo "no Node 20"; exit 1; fi)

test: setup-dev check-locks lint test-ui
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile
	$(BIN)/python eval/score.py --check

lint: setup-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check -q src tests eval bench
	$(BIN)/mypy
	$(BIN)/lint-imports

# The locks name packages and hashes, never an address: the index is the installer's own choice.
check-locks:
	@if grep -nE 'https?://|^(-i|--index-url|--extra-index-url|--find-links)' locks/*; then echo "an address in locks/"; exit 1; fi
	@if grep -nE '"resolved"|"file:' ui/package-lock.json; then echo "an address in ui/package-lock.json"; exit 1; fi

eval: setup-dev
	$(BIN)/python eval/score.py
	if [ -n "$${ONRECORD_GOLD:-}" ]; then \
	  $(BIN)/python eval/dev.py --reliability && \
	  ONRECORD_EMBEDDINGS=1 $(BIN)/python eval/dev.py stories/ && $(BIN)/python -m pytest -q tests/ledger/test_scenarios.py; fi

bench: setup-dev
	$(BIN)/python bench/run.py

bench-link: setup-dev
	$(BIN)/python bench/linking.py $(LINK)

# It takes an hour to fill the ledger: WEB="--articles 20000" asks for a smaller one, WEB="--ledger FILE" keeps it.
bench-web: setup-dev
	$(BIN)/python bench/web.py $(WEB)

# SERVE=0 ends after the brief.
SERVE ?= 1
DEMO := $(BIN)/onrecord --ledger .onrecord/demo.db

demo: setup
	$(DEMO) add samples/articles.jsonl
	$(DEMO) add samples/families.txt --published 2022-02-11 --outlet "Quayside Tribune" \
	  --title "Packed bags and a cat: a teacher decides to stay"
	$(DEMO) add samples/accords.txt --published 2022-02-22 --outlet "The Vale Ledger" \
	  --title "The accords nobody will miss, or will they?"
	$(DEMO) add samples/pipeline.html
	$(DEMO) brief --as-of 2022-02-24
	@if [ "$(SERVE)" != 0 ]; then $(DEMO) serve; fi

# The pictures in docs/images, from the sample articles.
screenshots: setup-dev
	$(BIN)/python docs/screenshots.py

UV_CLEAN := env -u PIP_FIND_LINKS -u UV_DEFAULT_INDEX -u UV_INDEX_URL $(BIN)/uv
EXPORT := export -q --frozen --no-emit-project --no-emit-index-url --no-header --format requirements-txt --group build

locks: setup-dev
	$(UV_CLEAN) lock
	$(UV_CLEAN) $(EXPORT) --no-dev > locks/users.txt
	$(UV_CLEAN) $(EXPORT) --group dev > locks/dev.txt
	echo uv==0.13.9 | $(UV_CLEAN) pip compile -q --generate-hashes --no-header --no-emit-index-url --no-annotate - > locks/uv.txt

clean:
	rm -rf ui/node_modules $(ISLANDS) .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
