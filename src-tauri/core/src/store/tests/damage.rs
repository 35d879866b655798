//! A damaged file is named as one, and nothing panics.

use super::{add_customers, world};
use crate::Error;
use crate::store::{Finding, Store, account, check, facts, open_reading, subscription};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

#[derive(Clone, Debug)]
enum Damage {
    /// Other bytes from a place on.
    Bytes(prop::sample::Index, Vec<u8>),
    /// The rest of the file is gone.
    Cut(prop::sample::Index),
    /// A page of zeros.
    Page(prop::sample::Index),
    /// Other bytes in the first hundred.
    Header(prop::sample::Index, Vec<u8>),
}

impl Damage {
    fn done_to(&self, file: &mut Vec<u8>) {
        match self {
            Self::Bytes(at, bytes) => {
                let at = at.index(file.len() - bytes.len());
                file[at..at + bytes.len()].copy_from_slice(bytes);
            }
            Self::Cut(at) => file.truncate(at.index(file.len())),
            Self::Page(at) => {
                let page = at.index(file.len() / 8_192) * 8_192;
                file[page..page + 8_192].fill(0);
            }
            Self::Header(at, bytes) => {
                let at = at.index(100 - bytes.len());
                file[at..at + bytes.len()].copy_from_slice(bytes);
            }
        }
    }
}

fn damage() -> impl Strategy<Value = Damage> {
    let bytes = |n| prop::collection::vec(any::<u8>(), 1..n);
    prop_oneof![
        4 => (any::<prop::sample::Index>(), bytes(64)).prop_map(|(at, b)| Damage::Bytes(at, b)),
        2 => any::<prop::sample::Index>().prop_map(Damage::Cut),
        2 => any::<prop::sample::Index>().prop_map(Damage::Page),
        2 => (any::<prop::sample::Index>(), bytes(16)).prop_map(|(at, b)| Damage::Header(at, b)),
    ]
}

/// Only what names the damage may come out.
fn named<T>(result: Result<T, Error>) -> Option<T> {
    match result {
        Ok(value) => Some(value),
        Err(Error::Damaged { .. } | Error::NotAWorkspace { .. } | Error::NewerWorkspace { .. }) => {
            None
        }
        Err(other) => panic!("{other:?}"),
    }
}

/// Whether reading everything found nothing to complain about.
fn reads_whole(path: &Path) -> bool {
    let Some(reader) = named(open_reading(path)) else { return false };
    let all = facts::accounts(&reader, facts::ALL, true, |_| Ok(()))
        .and_then(|()| facts::subscriptions(&reader, facts::ALL, |_| Ok(())))
        .and_then(|()| account::profiles(&reader, |_| Ok(())))
        .and_then(|()| subscription::of_account(&reader, 7).map(drop));
    let read = named(all).is_some();
    let found = check(&reader).unwrap();
    read || found.iter().any(|f| matches!(f, Finding::Damage { .. }))
}

#[test]
fn a_hundred_random_damages_are_named_and_none_panics() {
    let world = world();
    add_customers(&world.store, 400);
    let path = world.store.path().to_owned();
    drop(world.store);
    let whole = fs::read(&path).unwrap();
    assert!(reads_whole(&path));
    let dir = TempDir::new().unwrap();
    let config = Config { cases: 100, failure_persistence: None, ..Config::default() };
    let number = std::cell::Cell::new(0);
    TestRunner::new(config)
        .run(&prop::collection::vec(damage(), 1..4), |damages| {
            let mut file = whole.clone();
            for damage in &damages {
                if file.len() > 8_192 {
                    damage.done_to(&mut file);
                }
            }
            number.set(number.get() + 1);
            let path = dir.path().join(format!("{}.holdfast", number.get()));
            fs::write(&path, &file).unwrap();
            reads_whole(&path);
            if let Some(store) = named(Store::open(&path, &dir.path().join("copies"))) {
                named(store.undo(1));
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_change_whose_record_is_lost_is_damage_and_one_that_never_was_is_not() {
    let world = world();
    add_customers(&world.store, 3);
    let conn = world.store.writer().unwrap();
    conn.execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM change; PRAGMA foreign_keys = ON")
        .unwrap();
    drop(conn);
    assert!(matches!(world.store.undo(1), Err(Error::Damaged { .. })));
    assert!(matches!(world.store.undo(99), Err(Error::NoSuchChange { change: 99 })));
}
