SHELL := bash
.PHONY: run test test-long bench package audit fmt

run: ; @.ci/need run && .ci/ui install && .ci/ui build && . .ci/env && cargo run -p holdfast
test: ; @.ci/test
fmt: ; @. .ci/env && cargo fmt --all && npm --prefix ui run --silent format
