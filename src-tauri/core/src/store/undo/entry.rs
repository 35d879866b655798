//! Entries of the change log: what a change altered or deleted, row by row.

use super::row::{Values, parse, text};
use crate::Result;
use rusqlite::{Connection, Row, ToSql, params};

/// One entry. The entries of a row, in order of id, are its history.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) id: i64,
    pub(super) change: i64,
    pub(super) table: String,
    pub(super) row: i64,
    pub(super) is_delete: bool,
    /// Of an update the columns that changed, of a delete the whole row; `None` for a delete that
    /// found nothing, or that is undone.
    pub(super) old: Option<Values>,
}

const SELECT: &str = "SELECT log.id, log.change, tbl, row, op, old FROM log
     JOIN change ON change.id = log.change WHERE ";

impl Entry {
    /// Whether undoing it would set this column.
    pub(super) fn holds(&self, column: &str) -> bool {
        self.old.as_ref().is_some_and(|old| old.contains_key(column))
    }

    /// Writes its old values.
    pub(super) fn save(&self, conn: &Connection) -> Result<()> {
        let old = self.old.as_ref().map(text).transpose()?;
        conn.prepare_cached("UPDATE log SET old = ?2 WHERE id = ?1")?
            .execute(params![self.id, old])?;
        Ok(())
    }

    /// As it is now: another entry may have handed it an older value meanwhile.
    pub(super) fn again(&self, conn: &Connection) -> Result<Self> {
        let found = select(conn, "log.id = ?1", &[&self.id])?.pop();
        Ok(found.unwrap_or_else(|| self.clone()))
    }

    /// Gives it to another change: undoing that one will undo it.
    pub(super) fn give_to(&self, conn: &Connection, change: i64) -> Result<()> {
        conn.prepare_cached("UPDATE log SET change = ?2 WHERE id = ?1")?
            .execute([self.id, change])?;
        Ok(())
    }

    pub(super) fn drop_from(&self, conn: &Connection) -> Result<()> {
        conn.prepare_cached("DELETE FROM log WHERE id = ?1")?.execute([self.id])?;
        Ok(())
    }
}

/// How many entries are held at once: an import may have altered a million rows.
const BATCH: i64 = 500;

/// Calls `each` with the entries of a change, newest first; it may alter them and give them away.
pub(super) fn newest_first(
    conn: &Connection,
    change: i64,
    mut each: impl FnMut(Entry) -> Result<()>,
) -> Result<()> {
    let mut before = i64::MAX;
    loop {
        let sql = "log.change = ?1 AND log.id < ?2 ORDER BY log.id DESC LIMIT ?3";
        let batch = select(conn, sql, &[&change, &before, &BATCH])?;
        let Some(last) = batch.last() else { return Ok(()) };
        before = last.id;
        batch.into_iter().try_for_each(&mut each)?;
    }
}

/// Calls `each` with the entries of a change, oldest first; it may alter them.
pub(super) fn oldest_first(
    conn: &Connection,
    change: i64,
    mut each: impl FnMut(Entry) -> Result<()>,
) -> Result<()> {
    let mut after = i64::MIN;
    loop {
        let sql = "log.change = ?1 AND log.id > ?2 ORDER BY log.id LIMIT ?3";
        let batch = select(conn, sql, &[&change, &after, &BATCH])?;
        let Some(last) = batch.last() else { return Ok(()) };
        after = last.id;
        batch.into_iter().try_for_each(&mut each)?;
    }
}

/// The entries of a row after another one that belong to changes not undone, oldest first.
pub(super) fn later(conn: &Connection, entry: &Entry) -> Result<Vec<Entry>> {
    let sql = "tbl = ?1 AND row = ?2 AND log.id > ?3 AND undone = 0 ORDER BY log.id";
    select(conn, sql, &[&entry.table, &entry.row, &entry.id])
}

/// The entries of a row that belong to changes not undone, newest first.
pub(super) fn of_row(conn: &Connection, table: &str, row: i64) -> Result<Vec<Entry>> {
    let sql = "tbl = ?1 AND row = ?2 AND undone = 0 ORDER BY log.id DESC";
    select(conn, sql, &[&table, &row])
}

/// Calls `each` with the history of every row in a range: its entries of changes not undone,
/// oldest first.
pub(super) fn histories(
    conn: &Connection,
    table: &str,
    (first, last): (i64, i64),
    mut each: impl FnMut(&[Entry]) -> Result<()>,
) -> Result<()> {
    let condition = "tbl = ?1 AND row BETWEEN ?2 AND ?3 AND undone = 0 ORDER BY row, log.id";
    let mut statement = conn.prepare_cached(&format!("{SELECT}{condition}"))?;
    let mut rows = statement.query(params![table, first, last])?;
    let mut history: Vec<Entry> = Vec::new();
    while let Some(row) = rows.next()? {
        let entry = entry(row)?;
        if history.last().is_some_and(|before| before.row != entry.row) {
            each(&history)?;
            history.clear();
        }
        history.push(entry);
    }
    if history.is_empty() { Ok(()) } else { each(&history) }
}

fn select(conn: &Connection, condition: &str, values: &[&dyn ToSql]) -> Result<Vec<Entry>> {
    let mut statement = conn.prepare_cached(&format!("{SELECT}{condition}"))?;
    let mut rows = statement.query(values)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(entry(row)?);
    }
    Ok(found)
}

fn entry(row: &Row<'_>) -> Result<Entry> {
    let old: Option<String> = row.get(5)?;
    Ok(Entry {
        id: row.get(0)?,
        change: row.get(1)?,
        table: row.get(2)?,
        row: row.get(3)?,
        is_delete: row.get::<_, String>(4)? == "delete",
        old: old.as_deref().map(parse).transpose()?,
    })
}
