//! Files of more rows than an import keeps in memory: the tests of this crate let it keep three
//! hundred.

use super::*;
use crate::task::Stage;
use proptest::prelude::*;
use std::fmt::Write as _;

/// Events without keys: of each thing so many twins, in an order drawn from `turn`.
fn events(twins: &[u16], turn: usize) -> String {
    let mut rows: Vec<usize> = Vec::new();
    for (thing, many) in twins.iter().enumerate() {
        rows.extend(std::iter::repeat_n(thing, usize::from(*many)));
    }
    let length = rows.len().max(1);
    rows.rotate_left(turn % length);
    let step = (2..).find(|step| gcd(*step, length) == 1).unwrap_or(1);
    let mut csv = "Customer,Timestamp,Event,Detail\n".to_owned();
    for n in 0..rows.len() {
        let thing = rows[n * step % length];
        writeln!(csv, "c{},2025-03-{:02},login,{}", thing % 7, thing % 28 + 1, thing / 7).unwrap();
    }
    csv
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn twins_stay_as_many_as_they_are_however_far_apart(
        twins in prop::collection::vec(1..40_u16, 20..80),
        more in 0..20_usize,
        turn in any::<u16>(),
    ) {
        let world = World::new();
        let total: i64 = twins.iter().map(|n| i64::from(*n)).sum();
        let first = world.import(&text(&events(&twins, 0))).unwrap();
        prop_assert_eq!(counts(&first), (total, total, 0, 0, 0));
        let whole = world.everything();
        let again = world.import(&text(&events(&twins, turn.into()))).unwrap();
        prop_assert_eq!(counts(&again), (total, 0, 0, total, 0));
        prop_assert_eq!(world.everything(), whole.clone());

        let mut grown = twins.clone();
        grown[more] += 3;
        let later = world.import(&text(&events(&grown, turn.into()))).unwrap();
        prop_assert_eq!(counts(&later), (total + 3, 3, 0, total, 0));
        world.store.undo(later.import.unwrap()).unwrap();
        prop_assert_eq!(world.everything(), whole);
        world.store.undo(first.import.unwrap()).unwrap();
        prop_assert!(world.everything().is_empty());
        let anew = world.import(&text(&events(&grown, 0))).unwrap();
        prop_assert_eq!(anew.new, total + 3);
    }
}

#[test]
fn a_change_log_beyond_memory_knows_its_rows_again() {
    let mut csv = "customer,date,status,plan,mrr,currency\n".to_owned();
    for n in 0..1_500 {
        let (customer, month) = (n % 500, n / 500 + 1);
        writeln!(csv, "c{customer},2025-{month:02}-01,active,pro,{},EUR", 10 + n % 9).unwrap();
    }
    csv += "c1,2025-01-01,active,pro,11,EUR\n";
    let world = World::new();
    assert_eq!(
        counts(&world.import(&text(&csv)).unwrap()),
        (1_501, 1_501, 0, 0, 0),
        "one is a twin"
    );
    assert_eq!(counts(&world.import(&text(&csv)).unwrap()), (1_501, 0, 0, 1_501, 0));
}

/// Invoices of which two come again far below: one as it was, one with another amount.
fn invoices() -> String {
    let mut csv = "Invoice number,Customer,Date,Total\n".to_owned();
    for n in 0..1_200 {
        writeln!(csv, "R-{n},c{},2025-03-{:02},{}", n % 90, n % 28 + 1, 5 + n % 7).unwrap();
    }
    csv + "R-0,c0,2025-03-01,5\nR-1,c1,2025-03-02,99\n"
}

#[test]
fn what_comes_again_far_below_is_said_with_both_lines() {
    let world = World::new();
    let first = world.import(&text(&invoices())).unwrap();
    assert_eq!(counts(&first), (1_202, 1_200, 0, 0, 2));
    let said: Vec<(u64, &str)> = codes(&first);
    assert_eq!(said, [(3, "superseded"), (1_202, "same_row")]);
    assert!(first.problems[0].message.contains("1203"), "{}", first.problems[0].message);
    assert!(first.problems[1].message.contains('2'), "{}", first.problems[1].message);
    assert_eq!(world.rows("SELECT amount FROM invoice WHERE key = 'R-1'"), ["9900"]);
    let again = world.import(&text(&invoices())).unwrap();
    assert_eq!(counts(&again), (1_202, 0, 0, 1_200, 2));
    assert_eq!(codes(&again), said);
}

/// Imports the invoices and cancels at this step of saving: what came of it, and how many such steps
/// were told.
fn cancelled_at(world: &World, at: usize, dry_run: bool) -> (crate::Result<ImportSummary>, usize) {
    let cancel = Cancel::default();
    let mut told = 0;
    let mut progress = |step: crate::task::Progress| {
        if step.stage == Stage::Saving {
            told += 1;
            if told == at {
                cancel.cancel();
            }
        }
    };
    let (request, voice) = (MappingRequest::default(), english());
    let options = Options { now: NOW, dry_run, ..Options::default() };
    let file = text(&invoices());
    let done = run(&world.store, &file, &request, &options, &voice, &cancel, &mut progress);
    (done, told)
}

#[test]
fn after_the_last_row_every_step_is_told_and_a_cancel_still_leaves_nothing() {
    let steps = cancelled_at(&World::new(), usize::MAX, false).1;
    assert!(steps >= 4, "keys, customers, journal, end: {steps}");
    let world = World::new();
    for at in 1..steps {
        let (done, told) = cancelled_at(&world, at, false);
        assert!(matches!(done, Err(crate::Error::Cancelled)), "step {at}: {done:?}");
        assert_eq!(told, at, "none after the cancel");
        assert!(world.everything().is_empty(), "step {at}");
    }
    let (counted, told) = cancelled_at(&world, usize::MAX, true);
    assert_eq!((counted.unwrap().new, told), (1_200, 0), "what only counts says nothing of saving");
    assert_eq!(world.import(&text(&invoices())).unwrap().new, 1_200);
}

#[test]
fn no_file_of_keys_is_left_behind() {
    let world = World::new();
    world.import(&text(&invoices())).unwrap();
    let names = || {
        let files = std::fs::read_dir(world.dir.path().join("w")).unwrap();
        files.map(|file| file.unwrap().file_name().into_string().unwrap())
    };
    assert!(names().all(|name| !name.ends_with(".keys")), "{:?}", names().collect::<Vec<_>>());
}
