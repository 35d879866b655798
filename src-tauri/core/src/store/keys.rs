//! Where the row of a hash lies: one key table for each table whose rows are found again by hash.
//!
//! `invoice_key (first INTEGER PRIMARY KEY, keys BLOB)` beside `invoice`: pages of hashes with their
//! rows, sorted, each as large as a page of the file holds. That costs an import a tenth of what a row
//! for each key costs, and a tenth of an index of the table: a million keys are two thousand inserts,
//! in order. An entry is only a hint: the row may be gone, and 64 bits can collide, so who finds one
//! compares.

use super::write::tables;
use crate::{Error, Result};
use rusqlite::{CachedStatement, Connection, OptionalExtension, Transaction, params};
use std::collections::VecDeque;

/// A hash and its row.
pub type Key = (i64, i64);

/// Bytes of a key: both numbers, the lowest byte first.
const WIDTH: usize = 16;
/// Keys of a page: it fits into a page of the file.
const PAGE: usize = 450;

/// Looks up hashes of one table.
pub struct Finder<'tx> {
    page: CachedStatement<'tx>,
    hash: CachedStatement<'tx>,
}

impl<'tx> Finder<'tx> {
    /// For a table that has a key table.
    pub fn new(tx: &'tx Transaction<'_>, table: &str) -> Result<Self> {
        Ok(Self {
            page: tx.prepare_cached(&format!(
                "SELECT keys FROM {table}_key WHERE first <= ?1 ORDER BY first DESC LIMIT 1"
            ))?,
            hash: tx.prepare_cached(&format!("SELECT hash FROM {table} WHERE id = ?1"))?,
        })
    }

    /// The row that was entered for a hash.
    pub fn row(&mut self, hash: i64) -> Result<Option<i64>> {
        let mut rows = self.page.query([hash])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let keys = page(row, 0)?;
        let found = keys.binary_search_by_key(&hash, |one| key(one).0);
        Ok(found.ok().map(|at| key(&keys[at]).1))
    }

    /// The hash of a row of the table itself.
    pub fn hash(&mut self, row: i64) -> Result<Option<i64>> {
        Ok(self.hash.query_row([row], |row| row.get(0)).optional()?)
    }
}

/// Calls `each` with every key that is entered, in the order of the hashes.
pub fn each(conn: &Connection, table: &str, mut each: impl FnMut(Key) -> Result<()>) -> Result<()> {
    let mut statement = conn.prepare(&format!("SELECT keys FROM {table}_key ORDER BY first"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        page(row, 0)?.iter().map(key).try_for_each(&mut each)?;
    }
    Ok(())
}

/// About how many are entered: no fewer, as ids are never used again. Cheap.
pub fn at_most(conn: &Connection, table: &str) -> Result<usize> {
    let sql = format!("SELECT EXISTS (SELECT 1 FROM {table}_key)");
    let any: bool = conn.query_row(&sql, [], |row| row.get(0))?;
    let ids = || super::bulk::next_id(conn, table);
    Ok(if any { usize::try_from(ids()?).unwrap_or_default() } else { 0 })
}

/// Merges keys, which come in the order of their hashes, into a key table. Pages nothing is added to
/// are not touched.
pub struct Merger<'tx> {
    open: CachedStatement<'tx>,
    next: CachedStatement<'tx>,
    close: CachedStatement<'tx>,
    write: CachedStatement<'tx>,
    /// Keys of the open page that were not come to yet.
    old: VecDeque<Key>,
    /// First hash of the page after it; `None` behind the last.
    until: Option<i64>,
    /// A page is open, or there is none at all.
    is_open: bool,
    /// Keys to be written.
    merged: Vec<Key>,
    bytes: Vec<u8>,
}

impl<'tx> Merger<'tx> {
    /// For a table that has a key table.
    pub fn new(tx: &'tx Transaction<'_>, table: &str) -> Result<Self> {
        let keys = format!("{table}_key");
        Ok(Self {
            open: tx.prepare_cached(&format!(
                "SELECT first, keys FROM {keys} WHERE first = coalesce(
                   (SELECT max(first) FROM {keys} WHERE first <= ?1), (SELECT min(first) FROM {keys}))"
            ))?,
            next: tx.prepare_cached(&format!("SELECT min(first) FROM {keys} WHERE first > ?1"))?,
            close: tx.prepare_cached(&format!("DELETE FROM {keys} WHERE first = ?1"))?,
            write: tx.prepare_cached(&format!(
                "INSERT OR FAIL INTO {keys} (first, keys) VALUES (?1, ?2)"
            ))?,
            old: VecDeque::new(),
            until: None,
            is_open: false,
            merged: Vec::new(),
            bytes: Vec::new(),
        })
    }

    /// Enters a row in place of what stood there.
    pub fn push(&mut self, (hash, row): Key) -> Result<()> {
        if !self.is_open || self.until.is_some_and(|until| hash >= until) {
            self.finish_page()?;
            self.open(hash)?;
        }
        while let Some(old) = self.old.pop_front_if(|old| old.0 <= hash) {
            self.merged.push(old);
        }
        match self.merged.last_mut() {
            Some(last) if last.0 == hash => *last = (hash, row),
            _ => self.merged.push((hash, row)),
        }
        if self.merged.len() >= 2 * PAGE { self.write(PAGE) } else { Ok(()) }
    }

    /// Takes out the page a hash belongs to.
    fn open(&mut self, hash: i64) -> Result<()> {
        self.is_open = true;
        self.until = None;
        let mut rows = self.open.query([hash])?;
        let Some(row) = rows.next()? else { return Ok(()) };
        let first: i64 = row.get(0)?;
        self.old.extend(page(row, 1)?.iter().map(key));
        drop(rows);
        self.until = self.next.query_row([first], |row| row.get(0))?;
        self.close.execute([first])?;
        Ok(())
    }

    /// Writes what is left of the open page and was added to it, in pages of about the same size.
    fn finish_page(&mut self) -> Result<()> {
        self.merged.extend(self.old.drain(..));
        let pages = self.merged.len().div_ceil(PAGE);
        for left in (1..=pages).rev() {
            self.write(self.merged.len().div_ceil(left))?;
        }
        Ok(())
    }

    fn write(&mut self, many: usize) -> Result<()> {
        let Some((first, _)) = self.merged.first().copied() else { return Ok(()) };
        self.bytes.clear();
        for (hash, row) in self.merged.drain(..many) {
            self.bytes.extend_from_slice(&hash.to_le_bytes());
            self.bytes.extend_from_slice(&row.to_le_bytes());
        }
        self.write.execute(params![first, self.bytes])?;
        Ok(())
    }

    /// Writes what is left.
    pub fn finish(mut self) -> Result<()> {
        self.finish_page()
    }
}

/// Whether a row of this hash is in the table.
pub(super) fn has(tx: &Transaction<'_>, table: &str, hash: i64) -> Result<bool> {
    let mut finder = Finder::new(tx, table)?;
    Ok(match finder.row(hash)? {
        Some(row) => finder.hash(row)? == Some(hash),
        None => false,
    })
}

/// Enters one row.
pub(super) fn enter(tx: &Transaction<'_>, table: &str, key: Key) -> Result<()> {
    let mut merger = Merger::new(tx, table)?;
    merger.push(key)?;
    merger.finish()
}

/// Whether a table has a key table.
pub(super) fn is_keyed(conn: &Connection, table: &str) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM main.sqlite_schema WHERE name = ?1 || '_key')";
    Ok(conn.prepare_cached(sql)?.query_row([table], |row| row.get(0))?)
}

/// Takes out the rows of these ids that are no longer in their table.
pub(super) fn forget(tx: &Transaction<'_>, table: &str, (first, last): (i64, i64)) -> Result<()> {
    let any = format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE id BETWEEN ?1 AND ?2)");
    let any_left: bool = tx.query_row(&any, [first, last], |row| row.get(0))?;
    let sql = format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE id = ?1)");
    let mut is_left = tx.prepare(&sql)?;
    let mut goes = |row: i64| -> Result<bool> {
        let is_mine = (first..=last).contains(&row);
        Ok(is_mine && !(any_left && is_left.query_row([row], |found| found.get(0))?))
    };
    let sql =
        format!("SELECT first, keys FROM {table}_key WHERE first > ?1 ORDER BY first LIMIT 1");
    let mut next = tx.prepare(&sql)?;
    let mut close = tx.prepare(&format!("DELETE FROM {table}_key WHERE first = ?1"))?;
    let mut write =
        tx.prepare(&format!("UPDATE {table}_key SET first = ?2, keys = ?3 WHERE first = ?1"))?;
    let mut at = i64::MIN;
    loop {
        let mut rows = next.query([at])?;
        let Some(found) = rows.next()? else { return Ok(()) };
        at = found.get(0)?;
        let bytes = page(found, 1)?;
        let mut kept = Vec::with_capacity(bytes.len());
        for one in bytes {
            if !goes(key(one).1)? {
                kept.push(*one);
            }
        }
        let is_same = kept.len() == bytes.len();
        drop(rows);
        match kept.first() {
            None => {
                close.execute([at])?;
            }
            Some(_) if is_same => {}
            Some(new) => {
                write.execute(params![at, key(new).0, kept.as_flattened()])?;
            }
        }
    }
}

/// Enters the rows of these ids again.
pub(super) fn remember(tx: &Transaction<'_>, table: &str, (first, last): (i64, i64)) -> Result<()> {
    let sql = format!(
        "SELECT hash, id FROM {table} WHERE id BETWEEN ?1 AND ?2 AND hash <> 0 ORDER BY hash, id"
    );
    let mut statement = tx.prepare(&sql)?;
    let mut rows = statement.query([first, last])?;
    let mut merger = Merger::new(tx, table)?;
    while let Some(row) = rows.next()? {
        merger.push((row.get(0)?, row.get(1)?))?;
    }
    merger.finish()
}

/// Enters every row of every table that has a key table: for a file of a version without them.
pub(super) fn fill(tx: &Transaction<'_>) -> Result<()> {
    for table in tables(tx)? {
        if is_keyed(tx, &table)? {
            remember(tx, &table, (i64::MIN, i64::MAX))?;
        }
    }
    Ok(())
}

/// Whether every hash of a table is entered.
pub(super) fn lead_to_all(conn: &Connection, table: &str) -> Result<bool> {
    let sql = format!("SELECT DISTINCT hash FROM {table} WHERE hash <> 0 ORDER BY hash");
    let mut statement = conn.prepare(&sql)?;
    let mut hashes = statement.query([])?;
    let mut wanted: Option<i64> = hashes.next()?.map(|row| row.get(0)).transpose()?;
    each(conn, table, |(hash, _)| {
        if wanted == Some(hash) {
            wanted = hashes.next()?.map(|row| row.get(0)).transpose()?;
        }
        Ok(())
    })?;
    Ok(wanted.is_none())
}

/// The keys of a page.
fn page<'r>(row: &'r rusqlite::Row<'_>, column: usize) -> Result<&'r [[u8; WIDTH]]> {
    let damaged = || Error::Damaged { details: "a page of keys".to_owned() };
    let bytes = row.get_ref(column)?.as_blob().map_err(|_| damaged())?;
    match bytes.as_chunks() {
        (keys, []) if !keys.is_empty() => Ok(keys),
        _ => Err(damaged()),
    }
}

fn key(bytes: &[u8; WIDTH]) -> Key {
    let (hash, row) = bytes.split_at(WIDTH / 2);
    let number = |bytes: &[u8]| i64::from_le_bytes(bytes.try_into().unwrap_or_default());
    (number(hash), number(row))
}
