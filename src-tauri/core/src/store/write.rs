//! Every write belongs to one numbered change, and leaves behind what undoing it needs.
//!
//! Rows it adds are ranges of ids: with one writer and AUTOINCREMENT nothing else can be in them.
//! Old values of rows it alters or deletes are written by TEMP triggers on the write connection,
//! generated from the schema: no table can be forgotten, and the file itself holds no triggers.

use super::bulk::next_id;
use super::{Store, journal};
use crate::{Error, Result};
use rusqlite::{Connection, Transaction, TransactionBehavior, params};

/// Tables that keep the books of changes, or say where rows lie ([`super::keys`]): no facts.
const BOOKS: &str = "name IN ('change', 'added', 'log', 'removed', 'import') OR name GLOB '*_key'";

/// What a change is called in the list of changes.
#[derive(Clone, Copy, Debug)]
pub struct Act<'a> {
    /// `import` or `edit`.
    pub kind: &'a str,
    /// File name or words.
    pub label: &'a str,
    /// When, in UTC seconds.
    pub at: i64,
}

impl Store {
    /// Writes in one IMMEDIATE transaction that is one change; `work` gets its number. On disk when
    /// this returns. An error leaves everything as it was; a change that changes nothing leaves
    /// no trace.
    ///
    /// # Errors
    /// What `work` gives, `WriteBusy` while another write goes on, `DiskFull`.
    pub fn write<T>(
        &self,
        act: &Act<'_>,
        work: impl FnOnce(&Transaction<'_>, i64) -> Result<T>,
    ) -> Result<T> {
        self.change(act, work, true)
    }

    /// The same, followed by a rollback: what a preview counts is what the real run will do.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub fn rehearse<T>(
        &self,
        act: &Act<'_>,
        work: impl FnOnce(&Transaction<'_>, i64) -> Result<T>,
    ) -> Result<T> {
        self.change(act, work, false)
    }

    fn change<T>(
        &self,
        act: &Act<'_>,
        work: impl FnOnce(&Transaction<'_>, i64) -> Result<T>,
        keep: bool,
    ) -> Result<T> {
        let mut conn = self.writer()?;
        let done = in_change(&mut conn, act, work, keep);
        if act.kind == IMPORT {
            self.shorten_beside();
        } else {
            journal::shorten(&conn, self.path());
        }
        done.map_err(|error| explained(&conn, error))
    }
}

fn in_change<T>(
    conn: &mut Connection,
    act: &Act<'_>,
    work: impl FnOnce(&Transaction<'_>, i64) -> Result<T>,
    keep: bool,
) -> Result<T> {
    if act.kind != IMPORT {
        return in_transaction(conn, act, work, keep);
    }
    conn.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA wal_autocheckpoint = 0")?;
    let done = in_transaction(conn, act, work, keep);
    conn.execute_batch("PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 1000")?;
    done
}

/// The kind of a change that brings a file. Its rows refer to what the same import looked up or
/// added; to look up each reference once more, with a journal for every statement that might fail,
/// takes a fifth of the time. `check` looks at all of them. Its journal is long: see [`journal`].
const IMPORT: &str = "import";

fn in_transaction<T>(
    conn: &mut Connection,
    act: &Act<'_>,
    work: impl FnOnce(&Transaction<'_>, i64) -> Result<T>,
    keep: bool,
) -> Result<T> {
    let tables = tables(conn)?;
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let change = begin(&tx, act, &tables)?;
    let value = work(&tx, change)?;
    if keep && end(&tx, change, &tables)? {
        tx.commit()?;
    }
    Ok(value)
}

/// Enters the change and marks the last id of every table: rows after it are its own.
fn begin(tx: &Transaction<'_>, act: &Act<'_>, tables: &[String]) -> Result<i64> {
    tx.execute(
        "INSERT INTO change (at, kind, label) VALUES (?1, ?2, ?3)",
        params![act.at, act.kind, act.label],
    )?;
    let change = tx.last_insert_rowid();
    tx.execute("DELETE FROM temp.writing", [])?;
    for table in tables {
        let last = next_id(tx, table)? - 1;
        tx.prepare_cached("INSERT INTO temp.writing (tbl, last, change) VALUES (?1, ?2, ?3)")?
            .execute(params![table, last, change])?;
    }
    Ok(change)
}

/// Enters what was added; whether anything was done at all.
fn end(tx: &Transaction<'_>, change: i64, tables: &[String]) -> Result<bool> {
    for table in tables {
        let last = next_id(tx, table)? - 1;
        tx.prepare_cached(
            "INSERT INTO added (change, tbl, first_id, last_id)
             SELECT change, tbl, last + 1, ?2 FROM temp.writing WHERE tbl = ?1 AND last < ?2",
        )?
        .execute(params![table, last])?;
    }
    tx.execute("DELETE FROM temp.writing", [])?;
    let sql = "SELECT EXISTS (SELECT 1 FROM added WHERE change = ?1)
                   OR EXISTS (SELECT 1 FROM log WHERE change = ?1)
                   OR EXISTS (SELECT 1 FROM import WHERE change = ?1)";
    Ok(tx.query_row(sql, [change], |row| row.get(0))?)
}

/// Whether the change that is being written has added rows to a table, or altered any.
pub(crate) fn brought(tx: &Transaction<'_>, change: i64, table: &str) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM temp.writing WHERE tbl = ?2 AND last + 1 < ?3)
                   OR EXISTS (SELECT 1 FROM log WHERE change = ?1 AND tbl = ?2)";
    let next = next_id(tx, table)?;
    Ok(tx.prepare_cached(sql)?.query_row(params![change, table, next], |row| row.get(0))?)
}

/// What looks like a mistake of ours may be a damaged file: a row that is there twice, for one.
pub(super) fn explained(conn: &Connection, error: Error) -> Error {
    if !matches!(error, Error::Unexpected(_)) {
        return error;
    }
    match conn.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0)) {
        Ok(found) if found == "ok" => error,
        Ok(details) => Error::Damaged { details },
        Err(damage) => match damage.into() {
            Error::Unexpected(details) => Error::Damaged { details },
            other => other,
        },
    }
}

/// The tables that hold facts, by name.
pub(super) fn tables(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT name FROM main.sqlite_schema
         WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND NOT ({BOOKS}) ORDER BY name"
    ))?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The columns of a table besides its id, in their order.
pub(super) fn columns(conn: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(
        "SELECT name FROM pragma_table_info(?1, 'main') WHERE name <> 'id' ORDER BY cid",
    )?;
    let rows = statement.query_map([table], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Installs the triggers. They only write while a change is begun: without a row in
/// `temp.writing` no old row comes before its mark.
pub(super) fn watch(conn: &Connection) -> Result<()> {
    conn.execute_batch(
        "CREATE TEMP TABLE writing (tbl TEXT PRIMARY KEY, last INTEGER, change INTEGER)
         STRICT, WITHOUT ROWID",
    )?;
    for table in tables(conn)? {
        let columns = columns(conn, &table)?;
        conn.execute_batch(&triggers(&table, &columns))?;
    }
    Ok(())
}

fn triggers(table: &str, columns: &[String]) -> String {
    let differs = |c: &String| format!("OLD.{c} IS NOT NEW.{c}");
    let any = columns.iter().map(differs).collect::<Vec<_>>().join(" OR ");
    let changed: Vec<String> = columns
        .iter()
        .map(|c| format!("iif({}, '\"{c}\":' || json_quote(OLD.{c}) || ',', '')", differs(c)))
        .collect();
    let whole: Vec<String> = columns.iter().map(|c| format!("'{c}', OLD.{c}")).collect();
    let trigger = |op: &str, when: &str, old: &str| {
        format!(
            "CREATE TEMP TRIGGER {op}_{table} AFTER {op} ON main.{table}
             WHEN OLD.id <= (SELECT last FROM writing WHERE tbl = '{table}') {when}
             BEGIN
               INSERT INTO log (change, tbl, row, op, old)
               SELECT change, tbl, OLD.id, '{op}', {old} FROM writing WHERE tbl = '{table}';
             END;"
        )
    };
    let update = format!("'{{' || rtrim({}, ',') || '}}'", changed.join(" || "));
    let delete = format!("json_object({})", whole.join(", "));
    trigger("update", &format!("AND ({any})"), &update) + &trigger("delete", "", &delete)
}
