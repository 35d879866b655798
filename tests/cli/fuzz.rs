//! The fuzz targets, each a program of its own: from fixed seeds nothing panics and nothing hangs.

use holdfast_tests::repository;
use std::process::Command;

/// Runs a target on so many cases of two seeds.
#[track_caller]
fn holds(target: &str, cases: u32) {
    let test = std::env::current_exe().unwrap();
    let program = test.ancestors().nth(2).unwrap().join(target);
    for seed in ["1", "2026"] {
        let mut command = Command::new(&program);
        command
            .args([&cases.to_string(), seed])
            .env("CARGO_MANIFEST_DIR", repository("tests/fuzz"));
        let output = command.output().unwrap();
        let words = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{target}: {words}");
        let said = String::from_utf8_lossy(&output.stdout);
        assert_eq!(said.trim(), format!("{cases} cases of seed {seed}"));
    }
}

#[test]
fn files_of_any_bytes_are_looked_at() {
    holds("fuzz-sniff", 1_500);
}

#[test]
fn files_of_any_bytes_are_read() {
    holds("fuzz-parse", 3_000);
}

#[test]
fn files_of_any_bytes_are_mapped() {
    holds("fuzz-map", 300);
}

#[test]
fn cells_of_any_bytes_are_dates_or_none() {
    holds("fuzz-dates", 40_000);
}

#[test]
fn cells_of_any_bytes_are_numbers_or_none() {
    holds("fuzz-numbers", 40_000);
}
