//! The command line from outside: the built program, its data, its words, its exit codes.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failure in here is a failed test"
)]

#[path = "cli/program.rs"]
mod program;

#[path = "cli/bad_input.rs"]
mod bad_input;
#[path = "cli/bombs.rs"]
mod bombs;
#[path = "cli/crash.rs"]
mod crash;
#[path = "cli/decide.rs"]
mod decide;
#[path = "cli/explain.rs"]
mod explain;
#[path = "cli/exporters.rs"]
mod exporters;
#[path = "cli/figures.rs"]
mod figures;
#[path = "cli/full.rs"]
mod full;
#[path = "cli/fuzz.rs"]
mod fuzz;
#[path = "cli/imports.rs"]
mod imports;
#[path = "cli/kill.rs"]
mod kill;
#[path = "cli/kinds.rs"]
mod kinds;
#[path = "cli/loyalty.rs"]
mod loyalty;
#[path = "cli/rates.rs"]
mod rates;
#[path = "cli/sample.rs"]
mod sample;
#[path = "cli/surveys.rs"]
mod surveys;
#[path = "cli/usage.rs"]
mod usage;
