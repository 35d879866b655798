//! Opening: only a workspace opens, and whatever else says what it is.

use super::{act, add_customers, founding, open, world};
use crate::Error;
use crate::store::backup::after_copy;
use crate::store::{Finding, Store, account, backup, check, open_reading, source};
use crate::voice::{Language, Region, Voice};
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn put(dir: &TempDir, name: &str, content: &[u8]) -> PathBuf {
    let path = dir.path().join(name);
    fs::write(&path, content).unwrap();
    path
}

/// Opening it fails for writing and for reading, for the same reason, says so in three languages
/// naming the file or the version, and leaves the file as it was.
fn refused(path: &Path, code: &str, names: &str) {
    let before = fs::metadata(path).is_ok_and(|m| m.is_file()).then(|| fs::read(path).unwrap());
    for error in [open(path).err().unwrap(), open_reading(path).err().unwrap()] {
        assert_eq!(error.code(), code, "{error}");
        let said = Language::ALL.map(|l| error.message(&Voice::new(l, Region::default())));
        assert!(said.iter().all(|text| text.contains(names)), "{said:?}");
        assert!(said[0] != said[1] && said[1] != said[2], "{said:?}");
    }
    if let Some(before) = before {
        assert_eq!(fs::read(path).unwrap(), before);
    }
}

#[test]
fn files_of_other_kinds_are_no_workspaces() {
    let dir = TempDir::new().unwrap();
    let csv = b"id,Customer ID,Plan\nsub_1,cus_1,pro\n".repeat(50);
    refused(&put(&dir, "list.csv", &csv), "not_a_workspace", "list.csv");
    refused(&put(&dir, "short.csv", b"id\n1\n"), "not_a_workspace", "short.csv");
    let pdf = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n".repeat(40);
    refused(&put(&dir, "report.pdf", &pdf), "not_a_workspace", "report.pdf");
    refused(&put(&dir, "empty.holdfast", b""), "not_a_workspace", "empty.holdfast");
    refused(dir.path(), "not_a_workspace", dir.path().file_name().unwrap().to_str().unwrap());
    refused(&dir.path().join("gone.holdfast"), "no_such_file", "gone.holdfast");
}

#[test]
fn another_programs_database_is_no_workspace() {
    let dir = TempDir::new().unwrap();
    for (name, mode) in [("a.db", "DELETE"), ("b.db", "WAL")] {
        let path = dir.path().join(name);
        let other = Connection::open(&path).unwrap();
        other.query_row(&format!("PRAGMA journal_mode = {mode}"), [], |_| Ok(())).unwrap();
        other.execute_batch("CREATE TABLE song (title TEXT); PRAGMA user_version = 1;").unwrap();
        drop(other);
        refused(&path, "not_a_workspace", name);
    }
}

#[test]
#[cfg(unix)]
fn a_pipe_is_refused_without_waiting_for_a_writer() {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("pipe.holdfast");
    assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
    refused(&path, "not_a_workspace", "pipe.holdfast");
}

#[test]
fn a_newer_workspace_is_refused_with_its_version() {
    let world = world();
    let path = world.store.path().to_owned();
    let newer = super::super::migrations::VERSION + 1;
    world.store.writer().unwrap().pragma_update(None, "user_version", newer).unwrap();
    drop(world.store);
    refused(&path, "newer_workspace", &newer.to_string());
}

#[test]
fn a_workspace_never_finished_is_none() {
    let world = world();
    let path = world.store.path().to_owned();
    world.store.writer().unwrap().pragma_update(None, "user_version", 0).unwrap();
    drop(world.store);
    refused(&path, "not_a_workspace", "harbour.holdfast");
}

#[test]
fn one_window_writes_while_others_read() {
    let world = world();
    add_customers(&world.store, 3);
    let path = world.store.path().to_owned();
    assert!(matches!(open(&path), Err(Error::WorkspaceBusy { .. })));
    let reader = open_reading(&path).unwrap();
    assert_eq!(account::count(&reader).unwrap(), 3);
    assert!(reader.execute("DELETE FROM account", []).is_err(), "it can only read");
    drop(world.store);
    let again = open(&path).unwrap();
    add_customers(&again, 2);
    assert_eq!(account::count(&reader).unwrap(), 5, "and sees what is written since");
}

#[test]
fn a_workspace_is_not_made_over_a_file() {
    let dir = TempDir::new().unwrap();
    let path = put(&dir, "notes.holdfast", b"mine");
    let error = Store::create(&path, &founding()).err().unwrap();
    assert_eq!(error.code(), "file_exists");
    assert_eq!(fs::read(&path).unwrap(), b"mine");
}

#[test]
#[cfg(unix)]
fn only_its_owner_sees_a_workspace() {
    use std::os::unix::fs::PermissionsExt;
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("new/harbour.holdfast");
    let store = Store::create(&path, &founding()).unwrap();
    add_customers(&store, 1);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    for file in fs::read_dir(path.parent().unwrap()).unwrap() {
        let file = file.unwrap().path();
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
    let copy = backup(&store.reader().unwrap(), &path, &dir.path().join("copies")).unwrap();
    assert_eq!(mode(&copy), 0o600);
}

#[test]
fn the_file_keeps_what_safety_asks_of_it() {
    let world = world();
    let conn = world.store.writer().unwrap();
    let pragma = |name: &str| -> String {
        conn.query_row(&format!("SELECT CAST({name} AS TEXT) FROM pragma_{name}"), [], |r| r.get(0))
            .unwrap()
    };
    let names = ["journal_mode", "synchronous", "foreign_keys", "secure_delete", "trusted_schema"];
    assert_eq!(names.map(pragma), ["wal", "2", "1", "1", "0"]);
    let triggers: i64 = conn
        .query_row("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'", [], |r| r.get(0))
        .unwrap();
    assert_eq!(triggers, 0, "triggers live on the connection");
}

#[test]
fn a_copy_is_a_workspace_and_copies_count_up() {
    let world = world();
    add_customers(&world.store, 4);
    let copies = world.dir.path().join("copies");
    let reader = world.store.reader().unwrap();
    let first = backup(&reader, world.store.path(), &copies).unwrap();
    add_customers(&world.store, 1);
    let second = backup(&reader, world.store.path(), &copies).unwrap();
    assert!(first.ends_with("harbour-1.holdfast") && second.ends_with("harbour-2.holdfast"));
    assert_eq!(fs::read_dir(&copies).unwrap().count(), 2, "nothing half-written stays");
    let copy = open(&first).unwrap();
    assert_eq!(account::count(&copy.reader().unwrap()).unwrap(), 4);
    copy.undo(1).unwrap();
    assert_eq!(account::count(&copy.reader().unwrap()).unwrap(), 0, "with its history");
}

#[test]
fn what_cannot_be_taken_back_begins_with_a_copy_outside_the_workspaces_folder() {
    let home = TempDir::new().unwrap();
    let copies = crate::home::copies(home.path());
    let (harbour, namesake) = (world(), world());
    add_customers(&harbour.store, 4);
    let folders = [&harbour, &namesake, &harbour].map(|world| {
        let path = world.store.path();
        let mut conn = world.store.writer().unwrap();
        let emptied = after_copy(&mut conn, path, &copies, |conn| {
            conn.execute_batch("DELETE FROM subscription; DELETE FROM account")?;
            Err::<(), _>(Error::Cancelled)
        });
        assert!(matches!(emptied, Err(Error::Cancelled)), "{emptied:?}");
        children(&copies)
    });
    assert_eq!(folders.each_ref().map(Vec::len), [1, 2, 2], "one folder each, by where it stands");
    let first = folders[0][0].join("harbour-1.holdfast");
    assert_eq!(account::count(&open_reading(&first).unwrap()).unwrap(), 4, "from before");
    assert_eq!(children(&folders[0][0]), [first, folders[0][0].join("harbour-2.holdfast")]);
    assert!(children(harbour.dir.path()).iter().all(|path| path.is_file()), "nothing beside it");
}

#[test]
fn without_room_for_a_copy_nothing_is_done() {
    let world = world();
    let taken = put(&world.dir, "copies", b"a file where the folder should be");
    let mut conn = world.store.writer().unwrap();
    let refused = after_copy(&mut conn, world.store.path(), &taken, |_| -> crate::Result<()> {
        panic!("begun without a copy")
    });
    assert_eq!(refused.err().map(|error| error.code()), Some("io"));
}

/// What lies in a folder, by name.
fn children(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

#[test]
fn a_workspace_in_order_has_no_findings_and_what_is_wrong_is_found() {
    let world = world();
    add_customers(&world.store, 10);
    let reader = world.store.reader().unwrap();
    assert_eq!(check(&reader).unwrap(), []);
    world.store.undo(1).unwrap();
    world.store.redo(1).unwrap();
    assert_eq!(check(&reader).unwrap(), []);
    world
        .store
        .writer()
        .unwrap()
        .execute_batch(
            "PRAGMA foreign_keys = OFF;
             UPDATE subscription SET currency = 'XQX' WHERE id < 3;
             UPDATE subscription SET discount = 20000 WHERE id = 4;
             UPDATE subscription SET account = 99 WHERE id = 5;
             UPDATE account SET attributes = '{' WHERE id = 6;
             INSERT INTO event (hash, account, day, kind) VALUES (7, 1, 1, 'login');
             INSERT INTO added VALUES (1, 'account', 10, 12);",
        )
        .unwrap();
    let found = check(&reader).unwrap();
    let value = |table: &str, column: &str, rows| Finding::Value {
        table: table.to_owned(),
        column: column.to_owned(),
        rows,
    };
    let expected = [
        Finding::Reference {
            table: "subscription".to_owned(),
            row: 5,
            parent: "account".to_owned(),
        },
        value("account", "attributes", 1),
        value("subscription", "discount", 1),
        value("subscription", "currency", 2),
        Finding::Changes { table: "account".to_owned() },
        Finding::Keys { table: "event".to_owned() },
    ];
    assert_eq!(found, expected);
    for language in Language::ALL {
        let voice = Voice::new(language, Region::default());
        let said: Vec<String> = found.iter().map(|f| f.message(&voice)).collect();
        assert!(said[0].contains('5') && said[3].contains("currency"), "{said:?}");
    }
}

#[test]
fn a_full_disk_leaves_the_workspace_as_it_was() {
    let world = world();
    add_customers(&world.store, 10);
    let pages = {
        let conn = world.store.writer().unwrap();
        let pages: i64 = conn.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
        conn.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(())).unwrap();
        pages
    };
    let full = world.store.write(&act("many"), |tx, _| {
        for n in 0..20_000 {
            source::find_or_add(tx, &format!("source {n}"))?;
        }
        Ok(())
    });
    assert!(matches!(full, Err(Error::DiskFull { .. })), "{full:?}");
    let reader = world.store.reader().unwrap();
    assert_eq!(source::all(&reader).unwrap().len(), 1);
    assert_eq!(check(&reader).unwrap(), []);
    assert!(pages > 0);
}
