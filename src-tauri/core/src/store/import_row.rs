//! The history of imports: one row for each file, under the number of its change.

use super::ids::Runs;
use crate::{Error, Result};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use std::collections::{BTreeMap, BTreeSet};

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Number of the change it belongs to.
    pub change: i64,
    /// Name of the file, without its folder.
    pub file: String,
    /// `subscriptions`
    pub kind: String,
    /// Which exporter wrote it; empty for none we know.
    pub exporter: String,
    /// Rows read.
    pub rows: i64,
    /// Rows added.
    pub new: i64,
    /// Rows altered.
    pub changed: i64,
    /// Rows that said nothing new.
    pub unchanged: i64,
    /// Rows that could not be taken.
    pub skipped: i64,
    /// Which column each field came from.
    pub mapping: BTreeMap<String, String>,
    /// Whether anything in a list of subscriptions has ended; true for every other kind.
    pub has_ended: bool,
}

/// An import with its change: what `imports` lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What it did.
    pub import: Import,
    /// When, in UTC seconds.
    pub at: i64,
    /// Whether it was undone.
    pub undone: bool,
}

/// Adds the row of an import to its change.
pub fn insert(tx: &Transaction<'_>, import: &Import) -> Result<()> {
    let mapping =
        serde_json::to_string(&import.mapping).map_err(|e| Error::Unexpected(e.to_string()))?;
    tx.prepare_cached(
        "INSERT INTO import (change, file, kind, exporter, row_count, new, changed, unchanged,
           skipped, mapping, has_ended)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?
    .execute(params![
        import.change,
        import.file,
        import.kind,
        import.exporter,
        import.rows,
        import.new,
        import.changed,
        import.unchanged,
        import.skipped,
        mapping,
        import.has_ended,
    ])?;
    Ok(())
}

/// Keeps what was wrong with the rows of an import.
pub fn keep_problems(tx: &Transaction<'_>, change: i64, json: &str) -> Result<()> {
    tx.prepare_cached("UPDATE import SET problems = ?2 WHERE change = ?1")?
        .execute(params![change, json])?;
    Ok(())
}

/// What was wrong with the rows of an import, as [`keep_problems`] got it.
pub fn problems(conn: &Connection, change: i64) -> Result<Option<String>> {
    let mut statement = conn.prepare_cached("SELECT problems FROM import WHERE change = ?1")?;
    Ok(statement.query_row([change], |row| row.get(0)).optional()?.flatten())
}

/// Keeps which rows an import found as its file says them.
pub fn keep_same(tx: &Transaction<'_>, change: i64, same: &Runs) -> Result<()> {
    tx.prepare_cached("UPDATE import SET same = ?2 WHERE change = ?1")?
        .execute(params![change, same.bytes()])?;
    Ok(())
}

/// Which rows an import found as its file says them; none where it was not kept.
pub fn same(conn: &Connection, change: i64) -> Result<Option<Runs>> {
    let mut statement = conn.prepare_cached("SELECT same FROM import WHERE change = ?1")?;
    let bytes: Option<Vec<u8>> =
        statement.query_row([change], |row| row.get(0)).optional()?.flatten();
    bytes.map(|bytes| Runs::read(&bytes)).transpose()
}

/// Every import, oldest first.
pub fn all(conn: &Connection) -> Result<Vec<Listed>> {
    let mut statement = conn.prepare_cached(
        "SELECT change, file, import.kind, exporter, row_count, new, changed, unchanged, skipped,
           mapping, has_ended, at, undone
         FROM import JOIN change ON change.id = import.change ORDER BY change",
    )?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(listed(row)?);
    }
    Ok(found)
}

/// Files of subscriptions in which nothing has ended, not undone: a retention worked out from
/// nothing else would be a lie.
pub fn lists_without_ended(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT file FROM import JOIN change ON change.id = import.change
         WHERE has_ended = 0 AND undone = 0 ORDER BY file",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Kinds of which anything is there, by code: of files that are not undone, and of tables that hold
/// something, however it came.
pub fn kinds(conn: &Connection) -> Result<BTreeSet<String>> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT import.kind FROM import JOIN change ON change.id = import.change
         WHERE undone = 0 AND row_count > skipped",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    let mut kinds: BTreeSet<String> = rows.collect::<rusqlite::Result<_>>()?;
    for table in super::write::tables(conn)? {
        let sql = format!("SELECT EXISTS (SELECT 1 FROM {table})");
        if table != "account" && conn.query_row(&sql, [], |row| row.get(0))? {
            kinds.insert(format!("{}s", table.replace('_', "-")));
        }
    }
    let sql = "SELECT EXISTS (SELECT 1 FROM account WHERE name IS NOT NULL OR email IS NOT NULL)";
    if conn.query_row(sql, [], |row| row.get(0))? {
        kinds.insert("customers".to_owned());
    }
    Ok(kinds)
}

fn listed(row: &Row<'_>) -> Result<Listed> {
    let mapping: String = row.get(9)?;
    let import = Import {
        change: row.get(0)?,
        file: row.get(1)?,
        kind: row.get(2)?,
        exporter: row.get(3)?,
        rows: row.get(4)?,
        new: row.get(5)?,
        changed: row.get(6)?,
        unchanged: row.get(7)?,
        skipped: row.get(8)?,
        mapping: serde_json::from_str(&mapping)
            .map_err(|e| Error::Damaged { details: format!("mapping: {e}") })?,
        has_ended: row.get(10)?,
    };
    Ok(Listed { import, at: row.get(11)?, undone: row.get::<_, i64>(12)? != 0 })
}
