//! Undo, told as stories.

use super::{act, add_customers, world};
use crate::Error;
use crate::model::Account;
use crate::store::{Counts, account, change, rate, source, subscription};

fn rename(store: &crate::store::Store, id: i64, name: &str, country: &str) -> i64 {
    let account = Account {
        key: format!("c{}", id - 1),
        name: Some(name.to_owned()),
        country: Some(country.to_owned()),
        ..Account::default()
    };
    let work = |tx: &rusqlite::Transaction<'_>, change| {
        account::update(tx, id, &account)?;
        Ok(change)
    };
    store.write(&act("rename"), work).unwrap()
}

fn name(store: &crate::store::Store, id: i64) -> Option<String> {
    let reader = store.reader().unwrap();
    account::by_id(&reader, id).unwrap().and_then(|a| a.account.name)
}

#[test]
fn an_import_goes_and_comes_back() {
    let world = world();
    add_customers(&world.store, 120);
    let reader = world.store.reader().unwrap();
    let preview = world.store.undo_preview(1).unwrap();
    assert_eq!(preview.tables["account"].removed, 120);
    assert_eq!(account::count(&reader).unwrap(), 120, "a preview changes nothing");
    assert_eq!(world.store.undo(1).unwrap(), preview);
    assert_eq!(account::count(&reader).unwrap(), 0);
    assert_eq!(subscription::count(&reader).unwrap(), 0);
    assert!(change::by_id(&reader, 1).unwrap().unwrap().undone);
    assert!(matches!(world.store.undo(1), Err(Error::NoSuchChange { change: 1 })));
    assert_eq!(world.store.redo(1).unwrap().total().restored, 241);
    assert_eq!(account::count(&reader).unwrap(), 120);
}

#[test]
fn of_two_edits_of_one_column_the_later_stays_until_it_is_undone_too() {
    let world = world();
    add_customers(&world.store, 1);
    let first = rename(&world.store, 1, "Anna", "NL");
    let second = rename(&world.store, 1, "Anna Bos", "NL");
    world.store.undo(first).unwrap();
    assert_eq!(name(&world.store, 1).as_deref(), Some("Anna Bos"));
    assert!(!world.store.can_redo(first).unwrap(), "something later touched the row");
    world.store.undo(second).unwrap();
    assert_eq!(name(&world.store, 1), None);
    world.store.redo(first).unwrap();
    assert_eq!(name(&world.store, 1).as_deref(), Some("Anna"));
    world.store.redo(second).unwrap();
    assert_eq!(name(&world.store, 1).as_deref(), Some("Anna Bos"));
}

#[test]
fn a_customer_who_was_edited_since_survives_the_import_that_brought_him() {
    let world = world();
    add_customers(&world.store, 5);
    let edit = rename(&world.store, 3, "Anna", "NL");
    let outcome = world.store.undo(1).unwrap();
    assert_eq!(outcome.tables["account"], Counts { removed: 4, restored: 0, kept: 1 });
    assert_eq!(outcome.tables["source"].kept, 1, "what he refers to stays with him");
    assert_eq!(name(&world.store, 3).as_deref(), Some("Anna"));
    world.store.undo(edit).unwrap();
    let reader = world.store.reader().unwrap();
    assert_eq!(account::count(&reader).unwrap(), 0);
    assert_eq!(source::all(&reader).unwrap(), []);
}

#[test]
fn customers_stay_as_long_as_a_later_import_refers_to_them() {
    let world = world();
    add_customers(&world.store, 3);
    let later = world
        .store
        .write(&act("subscriptions"), |tx, change| {
            let mut rows = subscription::Inserter::new(tx)?;
            rows.push(&super::subscription(2, "later"))?;
            rows.finish()?;
            Ok(change)
        })
        .unwrap();
    world.store.undo(1).unwrap();
    let reader = world.store.reader().unwrap();
    assert_eq!(account::count(&reader).unwrap(), 1);
    assert_eq!(subscription::count(&reader).unwrap(), 1);
    world.store.undo(later).unwrap();
    assert_eq!(account::count(&reader).unwrap(), 0);
}

#[test]
fn a_rate_whose_place_is_taken_comes_back_with_the_undo_of_what_took_it() {
    let world = world();
    let yen = crate::model::Currency::parse("JPY").unwrap();
    let set = |rate: &str| {
        let rate =
            rate::Rate { currency: yen, day: crate::model::Day(0), rate: rate.parse().unwrap() };
        world.store.write(&act("rate"), |tx, n| rate::set(tx, rate).map(|()| n)).unwrap()
    };
    let rates = || {
        let found = rate::all(&world.store.reader().unwrap()).unwrap();
        found.iter().map(|r| r.rate.to_string()).collect::<Vec<_>>()
    };
    set("0.5");
    let gone = world
        .store
        .write(&act("remove"), |tx, n| rate::remove(tx, yen, crate::model::Day(0)).map(|()| n))
        .unwrap();
    let again = set("0.7");
    world.store.undo(gone).unwrap();
    assert_eq!(rates(), ["0.7"], "the later one stays");
    world.store.undo(again).unwrap();
    assert_eq!(rates(), ["0.5"]);
}

#[test]
fn a_large_import_is_not_kept_for_redo() {
    let world = world();
    add_customers(&world.store, 20);
    world.store.undo_keeping(1, 10).unwrap();
    assert!(!world.store.can_redo(1).unwrap());
    assert!(matches!(world.store.redo(1), Err(Error::CannotRedo)));
    let conn = world.store.reader().unwrap();
    let kept: i64 = conn.query_row("SELECT count(*) FROM removed", [], |r| r.get(0)).unwrap();
    assert_eq!(kept, 0);
}
