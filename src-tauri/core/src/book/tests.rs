//! Opening a large book from its image.

use super::Book;
use super::load::{self, Told};
use crate::import::{self, Input, MappingRequest, Options};
use crate::model::{Currency, Day};
use crate::sample::Scale;
use crate::store::{self, Act, Connection, Founding, Store, facts, setting};
use crate::surveys::AnswerEntry;
use crate::task::Cancel;
use crate::voice::{Language, Region, Voice};
use crate::workspace::Workspace;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};

const TODAY: Day = Day(20_777);

fn large_workspace(folder: &Path) -> Store {
    let csv = folder.join("subscriptions.csv");
    Scale::of(10_000).write_subscriptions(&mut fs::File::create(&csv).unwrap()).unwrap();
    let founding =
        Founding { name: "Large".to_owned(), currency: Currency::EUR, time_zone: chrono_tz::UTC };
    let store = Store::create(&folder.join("large.holdfast"), &founding).unwrap();
    let options = Options { now: 20_777 * 86_400, ..Options::default() };
    let voice = Voice::new(Language::En, Region::default());
    let (input, request) = (Input::file(&csv).unwrap(), MappingRequest::default());
    let cancel = Cancel::default();
    import::run(&store, &input, &request, &options, &voice, &cancel, &mut |_| {}).unwrap();
    store
}

#[test]
fn a_book_from_its_image_is_the_book_from_its_tables() {
    let folder = tempfile::tempdir().unwrap();
    let store = large_workspace(folder.path());
    let images = folder.path().join("images");
    fs::create_dir(&images).unwrap();
    let open = || Book::open(store.path(), TODAY, 1, &images).unwrap();
    let ledger = |book: &Book| format!("{:?}", book.ledger);

    let first = open();
    assert!(first.image.is_some(), "there was none yet");
    first.keep_image().unwrap();
    let again = open();
    assert!(again.image.is_none(), "read from the image");
    assert_eq!(ledger(&again), ledger(&first));

    // A rule changes: what was kept is of another moment.
    let act = Act { kind: "edit", label: "grace", at: 20_777 * 86_400 };
    let changed = store.write(&act, |tx, _| {
        let mut settings = setting::read(tx)?;
        settings.policy.grace_days = 0;
        setting::write(tx, &settings)
    });
    changed.unwrap();
    let later = open();
    assert!(later.image.is_some() && ledger(&later) != ledger(&first));
    later.keep_image().unwrap();

    // A damaged image is as good as none.
    let image = fs::read_dir(&images).unwrap().next().unwrap().unwrap().path();
    let mut bytes = fs::read(&image).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&image, bytes).unwrap();
    let mended = open();
    assert!(mended.image.is_some());
    assert_eq!(ledger(&mended), ledger(&later));
}

#[test]
fn an_answer_leaves_the_image_as_good_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    drop(large_workspace(folder.path()));
    let (path, images) = (folder.path().join("large.holdfast"), folder.path().join("images"));
    fs::create_dir(&images).unwrap();
    let opened = || Book::open(&path, TODAY, 1, &images).unwrap();
    opened().keep_image().unwrap();
    let workspace = Workspace::open(&path, &folder.path().join("copies"), TODAY).unwrap();
    let customer = workspace.book(TODAY).ledger.customers.id[17];
    let entry = AnswerEntry {
        survey: "NPS".to_owned(),
        customer: Some(customer),
        score: Some(9),
        ..AnswerEntry::default()
    };
    let at = 20_777 * 86_400;
    let saved = workspace.save_answer(&entry, at, TODAY).unwrap();
    let corrected = AnswerEntry { id: Some(saved.answer), score: Some(3), ..entry };
    workspace.save_answer(&corrected, at, TODAY).unwrap();
    assert!(opened().image.is_none(), "answered, and read from the image all the same");
    workspace.undo(None, TODAY).unwrap();
    workspace.undo(None, TODAY).unwrap();
    workspace.redo(None, TODAY).unwrap();
    assert!(opened().image.is_none(), "taken back, and read from the image all the same");

    // A country is in the ledger: what was kept is of another moment, undone or not.
    let moved = Act { kind: "edit", label: "moved", at };
    let moved = workspace.write(&moved, TODAY, |tx, change| {
        tx.execute("UPDATE account SET country = 'ZZ' WHERE customer = ?1", [customer])?;
        Ok(change)
    });
    assert!(opened().image.is_some());
    workspace.undo(Some(moved.unwrap()), TODAY).unwrap();
    assert!(opened().image.is_some());
}

/// What is read of a file from now on: names of tables.
fn watched(conn: &Connection) -> Arc<Mutex<BTreeSet<String>>> {
    let read = Arc::new(Mutex::new(BTreeSet::new()));
    let seen = Arc::clone(&read);
    let watch = move |context: AuthContext<'_>| {
        if let AuthAction::Read { table_name, .. } = context.action {
            seen.lock().unwrap().insert(table_name.to_owned());
        }
        Authorization::Allow
    };
    conn.authorizer(Some(watch)).unwrap();
    read
}

#[test]
fn an_image_is_known_by_every_table_its_ledger_is_read_from() {
    let folder = tempfile::tempdir().unwrap();
    let store = large_workspace(folder.path());
    // Of what there is none nothing is read further.
    let act = Act { kind: "edit", label: "rows of every kind", at: 20_777 * 86_400 };
    let added = store.write(&act, |tx, _| {
        tx.execute_batch(
            "INSERT INTO plan_change (account, subscription, day, second, status, currency, unit,
                                      unit_count, quantity, discount, hash, mrr)
             VALUES (1, '', 20000, 0, 'active', 'EUR', 'month', 1, 1, 0, 1, 100);
             INSERT INTO invoice (account, day, amount, currency, status, quantity)
             VALUES (1, 20000, 100, 'EUR', 'paid', 1)",
        )?;
        Ok(())
    });
    added.unwrap();
    let (one, mut other) =
        (store::open_reading(store.path()).unwrap(), store::open_reading(store.path()).unwrap());
    let read = watched(&one);
    load::load(store.path(), &one, &mut other, Told::Everything, None).unwrap();
    let mut read: BTreeSet<String> = read.lock().unwrap().clone();
    // Tables a statement makes for itself.
    read.retain(|table| !table.is_empty() && !table.starts_with("sqlite"));
    let books = ["added", "change", "import", "log", "removed"];
    let is_known = |table: &&String| {
        facts::OF_LEDGER.contains(&table.as_str()) || books.contains(&table.as_str())
    };
    let unknown: Vec<&String> = read.iter().filter(|table| !is_known(table)).collect();
    assert_eq!(unknown, Vec::<&String>::new(), "read into the ledger, not looked at by its image");
    assert_eq!(read.len(), facts::OF_LEDGER.len() + books.len(), "one is never read: {read:?}");
}
