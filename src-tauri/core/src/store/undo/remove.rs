//! Taking away the rows a change added, by ranges of ids.
//!
//! A row that a later change touched stays and then belongs to that change: one that was altered,
//! or one that a later fact refers to, or that undoing a later change would refer to again.

use super::Outcome;
use super::entry::{self, Entry};
use super::row::{self, Values};
use super::shape::{Shape, Table};
use crate::Result;
use crate::store::keys;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use std::collections::{BTreeMap, HashMap};

/// Rows that stay, each with the change it belongs to from now on.
type Staying = BTreeMap<i64, i64>;

/// Ranges of ids, both ends included.
type Ranges = Vec<(i64, i64)>;

/// How many rows a change added.
pub(super) fn count(conn: &Connection, change: i64) -> Result<i64> {
    let sql = "SELECT coalesce(sum(last_id - first_id + 1), 0) FROM added WHERE change = ?1";
    Ok(conn.query_row(sql, [change], |row| row.get(0))?)
}

/// Removes what the change added to a table. Tables that refer to it come before.
pub(super) fn rows(
    tx: &Transaction<'_>,
    shape: &Shape,
    table: &Table,
    change: i64,
    keep_for_redo: bool,
    outcome: &mut Outcome,
) -> Result<()> {
    let ranges = ranges(tx, table, change)?;
    if ranges.is_empty() {
        return Ok(());
    }
    if keep_for_redo {
        remember(tx, table, change, &ranges)?;
    }
    let mut staying = Staying::new();
    for range in &ranges {
        touched(tx, table, change, *range, keep_for_redo, &mut staying)?;
    }
    referred(tx, shape, table, &ranges, &mut staying)?;
    delete(tx, table, &ranges, &staying, outcome)?;
    tx.execute("DELETE FROM added WHERE change = ?1 AND tbl = ?2", params![change, table.name])?;
    hand_over(tx, table, &staying)?;
    outcome.at(table).kept += staying.len();
    Ok(())
}

fn ranges(tx: &Transaction<'_>, table: &Table, change: i64) -> Result<Ranges> {
    let mut statement = tx.prepare_cached(
        "SELECT first_id, last_id FROM added WHERE change = ?1 AND tbl = ?2 ORDER BY first_id",
    )?;
    let rows =
        statement.query_map(params![change, table.name], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Keeps the rows as they are now, to add them again.
fn remember(tx: &Transaction<'_>, table: &Table, change: i64, ranges: &Ranges) -> Result<()> {
    let sql = format!(
        "INSERT INTO removed (change, tbl, row, old) SELECT ?1, '{}', id, {} FROM {}
         WHERE id BETWEEN ?2 AND ?3",
        table.name,
        row::object(table),
        table.name
    );
    for (first, last) in ranges {
        tx.prepare_cached(&sql)?.execute([&change, first, last])?;
    }
    Ok(())
}

/// Rows that changes which stand have altered or deleted.
fn touched(
    tx: &Transaction<'_>,
    table: &Table,
    change: i64,
    range: (i64, i64),
    keep_for_redo: bool,
    staying: &mut Staying,
) -> Result<()> {
    entry::histories(tx, &table.name, range, |history| {
        let Some(earliest) = history.first() else { return Ok(()) };
        if keep_for_redo {
            remember_as_added(tx, table, change, history)?;
        }
        if earliest.is_delete {
            // Nothing is left to bring back when that change is undone.
            Entry { old: None, ..earliest.clone() }.save(tx)?;
        } else {
            staying.insert(earliest.row, earliest.change);
        }
        Ok(())
    })
}

/// Keeps a row as it was before later changes touched it.
fn remember_as_added(
    tx: &Transaction<'_>,
    table: &Table,
    change: i64,
    history: &[Entry],
) -> Result<()> {
    let Some(id) = history.first().map(|e| e.row) else { return Ok(()) };
    let mut values = row::read(tx, table, id)?.unwrap_or_else(Values::new);
    for old in history.iter().rev().filter_map(|e| e.old.as_ref()) {
        values.extend(old.clone());
    }
    if values.len() < table.columns.len() {
        // Deleted by an entry that found nothing: there is no row to keep.
        return Ok(());
    }
    tx.prepare_cached(
        "INSERT OR REPLACE INTO removed (change, tbl, row, old) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![change, table.name, id, row::text(&values)?])?;
    Ok(())
}

/// Rows that what remains refers to, now or once a later change is undone.
fn referred(
    tx: &Transaction<'_>,
    shape: &Shape,
    table: &Table,
    ranges: &Ranges,
    staying: &mut Staying,
) -> Result<()> {
    let (Some((first, _)), Some((_, last))) = (ranges.first(), ranges.last()) else {
        return Ok(());
    };
    for (child, column) in shape.referring(table) {
        let owners = Owners::read(tx, child, column)?;
        let sql =
            format!("SELECT {column}, id FROM {} WHERE {column} BETWEEN ?1 AND ?2", child.name);
        pairs(tx, &sql, params![first, last], |row, id| {
            if let Some(owner) = owners.of(id) {
                belongs_to_earliest(staying, ranges, row, owner);
            }
        })?;
        let old = format!("json_extract(old, '$.{column}')");
        let sql = format!(
            "SELECT {old}, min(log.change) FROM log JOIN change ON change.id = log.change
             WHERE tbl = ?3 AND undone = 0 AND {old} BETWEEN ?1 AND ?2 GROUP BY 1"
        );
        pairs(tx, &sql, params![first, last, child.name], |row, owner| {
            belongs_to_earliest(staying, ranges, row, owner);
        })?;
    }
    Ok(())
}

fn pairs(
    tx: &Transaction<'_>,
    sql: &str,
    values: impl rusqlite::Params,
    mut each: impl FnMut(i64, i64),
) -> Result<()> {
    let mut statement = tx.prepare_cached(sql)?;
    let mut rows = statement.query(values)?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, row.get(1)?);
    }
    Ok(())
}

/// Of several changes that keep a row the earliest counts.
fn belongs_to_earliest(staying: &mut Staying, ranges: &Ranges, row: i64, owner: i64) {
    let after = ranges.partition_point(|(first, _)| *first <= row);
    let range = after.checked_sub(1).and_then(|at| ranges.get(at));
    if range.is_none_or(|(_, last)| row > *last) {
        return;
    }
    let held = staying.entry(row).or_insert(owner);
    *held = owner.min(*held);
}

/// Which change made a row refer to where it does.
struct Owners {
    /// (first, last, change), sorted.
    added: Vec<(i64, i64, i64)>,
    /// Rows whose reference was altered later, with the last change that did.
    altered: HashMap<i64, i64>,
}

impl Owners {
    fn read(tx: &Transaction<'_>, table: &Table, column: &str) -> Result<Self> {
        let mut statement = tx.prepare_cached(
            "SELECT first_id, last_id, change FROM added WHERE tbl = ?1 ORDER BY first_id",
        )?;
        let added = statement
            .query_map([&table.name], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect::<rusqlite::Result<_>>()?;
        let sql = format!(
            "SELECT row, log.change FROM log JOIN change ON change.id = log.change
             WHERE tbl = '{}' AND undone = 0 AND op = 'update'
               AND json_type(old, '$.{column}') IS NOT NULL ORDER BY log.id",
            table.name
        );
        let mut altered = HashMap::new();
        pairs(tx, &sql, [], |row, change| {
            altered.insert(row, change);
        })?;
        Ok(Self { added, altered })
    }

    fn of(&self, row: i64) -> Option<i64> {
        if let Some(change) = self.altered.get(&row) {
            return Some(*change);
        }
        let after = self.added.partition_point(|(first, _, _)| *first <= row);
        let (_, last, change) = self.added.get(after.checked_sub(1)?)?;
        (row <= *last).then_some(*change)
    }
}

fn delete(
    tx: &Transaction<'_>,
    table: &Table,
    ranges: &Ranges,
    staying: &Staying,
    outcome: &mut Outcome,
) -> Result<()> {
    for &(first, last) in ranges {
        // Between rows that stay, so that nothing is looked up for each row that goes.
        let mut from = first;
        let stays = staying.range(first..=last).map(|(id, _)| *id);
        for until in stays.chain([last + 1]) {
            if from < until {
                let sql = format!("DELETE FROM {} WHERE id >= ?1 AND id < ?2", table.name);
                outcome.at(table).removed += tx.prepare_cached(&sql)?.execute([from, until])?;
            }
            from = until + 1;
        }
        if keys::is_keyed(tx, &table.name)? {
            keys::forget(tx, &table.name, (first, last))?;
        }
    }
    Ok(())
}

/// Enters the rows that stay as added by the changes they belong to now.
fn hand_over(tx: &Transaction<'_>, table: &Table, staying: &Staying) -> Result<()> {
    let mut runs: Vec<(i64, i64, i64)> = Vec::new();
    for (&row, &change) in staying {
        match runs.last_mut() {
            Some((_, last, owner)) if *last + 1 == row && *owner == change => *last = row,
            _ => runs.push((row, row, change)),
        }
    }
    for (first, last, change) in runs {
        enter(tx, &table.name, change, first, last)?;
    }
    Ok(())
}

/// Enters a range of rows as added by a change.
pub(super) fn enter(
    tx: &Transaction<'_>,
    table: &str,
    change: i64,
    first: i64,
    last: i64,
) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO added (change, tbl, first_id, last_id) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![change, table, first, last])?;
    Ok(())
}

/// Whether a row refers to this one.
pub(super) fn is_referred(
    tx: &Transaction<'_>,
    shape: &Shape,
    table: &Table,
    row: i64,
) -> Result<bool> {
    for (child, column) in shape.referring(table) {
        let sql = format!("SELECT 1 FROM {} WHERE {column} = ?1 LIMIT 1", child.name);
        let mut statement = tx.prepare_cached(&sql)?;
        if statement.query_row([row], |_| Ok(())).optional()?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}
