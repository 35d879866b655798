//! Whatever a file holds, nothing panics and nothing hangs: fixed seeds, so that a failure stays.

use super::*;
use crate::import::fuzz as targets;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::time::{Duration, Instant};

/// What a file is made of: cells that are nearly right, and bytes that break them.
const PIECES: [&str; 44] = [
    "id",
    "customer id",
    "amount",
    "start date",
    "status",
    "plan",
    "date",
    "mrr",
    "email",
    ",",
    ",",
    ",",
    ";",
    "\t",
    "|",
    "\n",
    "\n",
    "\r\n",
    "\r",
    "\"",
    "\"\"",
    "'",
    "=",
    "2025-01-15",
    "03/04/2025",
    "31.12.99",
    "2025-01-15 25:00 PDT",
    "29.00",
    "1.299,00",
    "(7)",
    "€ 1 000,-",
    "-",
    "9999999999999",
    "active",
    "opgezegd",
    "quarterly",
    "0",
    "\u{FEFF}",
    "\u{A0}",
    "ß",
    "\u{202F}",
    "sep=;",
    "\0",
    "99",
];

fn piece() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        12 => prop::sample::select(PIECES.to_vec()).prop_map(|text| text.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 1..6),
    ]
}

pub(super) fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]))
}

#[test]
fn no_bytes_make_the_preview_panic_or_hang() {
    let file = prop::collection::vec(piece(), 0..120).prop_map(|pieces| pieces.concat());
    let kinds = prop::sample::select(vec![
        None,
        Some(Kind::Customers),
        Some(Kind::Subscriptions),
        Some(Kind::PlanChanges),
    ]);
    let result = runner(400).run(&(file, kinds), |(bytes, kind)| {
        let start = Instant::now();
        let input = Input::bytes("t.csv", bytes).unwrap();
        let request = MappingRequest { kind, ..MappingRequest::default() };
        preview_head(&input, &request, &context(), &english()).ok();
        prop_assert!(start.elapsed() < Duration::from_secs(1));
        Ok(())
    });
    result.unwrap();
}

#[test]
fn rows_that_are_nearly_right_are_taken_or_named_and_add_up() {
    let cell = prop::sample::select(PIECES.to_vec());
    let row = prop::collection::vec(cell, 4..5).prop_map(|cells| cells.join(","));
    let rows = prop::collection::vec(row, 1..20);
    let world = World::new();
    let result = runner(40).run(&rows, |rows| {
        let csv = format!("customer id,amount,start date,status\n{}\n", rows.join("\n"));
        if let Ok(summary) = world.import(&text(&csv)) {
            let (rows, new, changed, unchanged, skipped) = counts(&summary);
            prop_assert_eq!(rows, new + changed + unchanged + skipped);
        }
        Ok(())
    });
    result.unwrap();
}

/// Runs a fuzz target on so many files or cells.
fn holds(cases: u32, bytes: impl Strategy<Value = Vec<u8>>, target: fn(&[u8])) {
    let result = runner(cases).run(&bytes, |bytes| {
        let start = Instant::now();
        target(&bytes);
        prop_assert!(start.elapsed() < Duration::from_secs(1));
        Ok(())
    });
    result.unwrap();
}

fn files() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(piece(), 0..120).prop_map(|pieces| pieces.concat())
}

fn cells() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop::collection::vec(piece(), 0..5).prop_map(|pieces| pieces.concat());
    let digits = "[0-9]{1,18}([.,:/ -][0-9]{1,18}){0,3}( ?[a-zA-Z+-]{1,4}[0-9]{0,9})?";
    prop_oneof![pieces, digits.prop_map(String::into_bytes)]
}

#[test]
fn no_bytes_make_sniffing_panic_or_hang() {
    holds(400, files(), targets::sniff);
}

#[test]
fn no_bytes_make_reading_records_panic_or_hang() {
    let any = prop::collection::vec(any::<u8>(), 0..400);
    holds(2_000, prop_oneof![files(), any], targets::parse);
}

#[test]
fn no_bytes_make_mapping_panic_or_hang() {
    holds(150, files(), targets::map);
}

#[test]
fn no_cell_makes_a_date_panic() {
    holds(20_000, cells(), targets::dates);
}

#[test]
fn no_cell_makes_a_number_panic() {
    holds(20_000, cells(), targets::numbers);
}

#[test]
fn bombs_are_refused_quickly_and_by_name() {
    let code = |bytes: Vec<u8>| {
        let start = Instant::now();
        let error = World::new().import(&Input::bytes("t.csv", bytes).unwrap()).unwrap_err();
        assert!(start.elapsed() < Duration::from_secs(2));
        error.code()
    };
    assert_eq!(code(vec![b'x'; 30 << 20]), "field_too_long");
    assert_eq!(code(vec![b','; 30 << 20]), "too_many_columns");
    assert_eq!(code(vec![0; 30 << 20]), "not_csv");
    let mut quoted = b"id,customer id,amount,start date\n1,a,5,2025-01-01\n2,\"".to_vec();
    quoted.resize(30 << 20, b'\n');
    assert_eq!(code(quoted), "stray_quote");
}
