# Every target calls an npm script of the same meaning; see package.json.

installed := node_modules/.package-lock.json

.PHONY: all test check bench clean help
.DEFAULT_GOAL := all

all: $(installed) ## Install what is needed and make every edition of source/
	@npm run --silent start

test: $(installed) ## Run the tests
	@npm run --silent test

check: $(installed) ## Check types, style and the texts in source/
	@npm run --silent check
	@npm run --silent start:check

bench: $(installed) ## Measure against pagedjs-cli and plain printing
	@npm run --silent bench

clean: ## Remove everything that was made
	@npm run --silent clean

help: ## Say what there is
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

# npm writes this file at the end of an install, so a broken one is taken up again.
$(installed): package-lock.json
	@npm ci --no-audit --no-fund --no-update-notifier --loglevel=error
	@touch $@
