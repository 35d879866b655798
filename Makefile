SHELL := bash
.PHONY: run test test-long bench bench-peers package audit fmt

run: ; @.ci/need run && .ci/ui install && .ci/ui build && . .ci/env && cargo run -p holdfast
test: ; @.ci/test
test-long: ; @. .ci/env && cargo build --release -p holdfast-cli -p holdfast-fuzz && PROPTEST_CASES=20000 cargo test --release -p holdfast-core -p holdfast-tests -- --include-ignored
bench: ; @. .ci/env && cargo bench -p holdfast-tests
bench-peers: ; @.ci/bench-peers
package: ; @.ci/package
audit: ; @.ci/audit
fmt: ; @. .ci/env && cargo fmt --all && npm --prefix ui run --silent format
