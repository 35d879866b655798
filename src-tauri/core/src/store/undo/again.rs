//! Doing an undone change again, while nothing later touched the same rows.

use super::Outcome;
use super::back::owner;
use super::entry::{self, Entry};
use super::remove::{enter, is_referred};
use super::row::{self, Values};
use super::shape::{Shape, Table};
use crate::store::keys;
use crate::{Error, Result};
use rusqlite::{ErrorCode, Transaction, params};
use std::collections::BTreeMap;

/// Redoes what undoing kept. `CannotRedo` where it does not fit any more.
pub(super) fn change(tx: &Transaction<'_>, shape: &Shape, change: i64) -> Result<Outcome> {
    if is_touched(tx, change)? {
        return Err(Error::CannotRedo);
    }
    let mut outcome = Outcome::default();
    tx.execute("UPDATE change SET undone = 0 WHERE id = ?1", [change])?;
    // Old rows first: they may make room for a unique name of a row that was added.
    entries(tx, shape, change, false, &mut outcome)?;
    for table in shape.0.iter().rev() {
        rows(tx, table, change, &mut outcome)?;
    }
    entries(tx, shape, change, true, &mut outcome)?;
    tx.execute("DELETE FROM removed WHERE change = ?1", [change])?;
    entry::oldest_first(tx, change, |entry| match shape.table(&entry.table) {
        Some(table) => check_references(tx, table, &entry),
        None => Ok(()),
    })?;
    Ok(outcome)
}

/// Entries that had to be passed over, by row: a value one of them gives is taken, and a later entry
/// of the row may give another.
type Held = BTreeMap<(String, i64), Vec<Entry>>;

/// Redoes the entries of rows the change has added itself, or of all others.
fn entries(
    tx: &Transaction<'_>,
    shape: &Shape,
    change: i64,
    of_added: bool,
    outcome: &mut Outcome,
) -> Result<()> {
    let mut held = Held::new();
    entry::oldest_first(tx, change, |entry| {
        let sql =
            "SELECT EXISTS (SELECT 1 FROM removed WHERE change = ?1 AND tbl = ?2 AND row = ?3)";
        let is_added: bool = tx
            .prepare_cached(sql)?
            .query_row(params![change, entry.table, entry.row], |row| row.get(0))?;
        let Some(table) = shape.table(&entry.table).filter(|_| is_added == of_added) else {
            return Ok(());
        };
        let steps = held.remove(&(entry.table.clone(), entry.row)).unwrap_or_default();
        if entry.is_delete {
            delete(tx, shape, table, steps, entry, outcome)
        } else {
            update(tx, table, steps.into_iter().chain([entry]).collect(), &mut held, outcome)
        }
    })?;
    // What was in the way may have moved since.
    loop {
        let before = held.len();
        for (_, steps) in std::mem::take(&mut held) {
            if let Some(table) = steps.first().and_then(|one| shape.table(&one.table)) {
                update(tx, table, steps, &mut held, outcome)?;
            }
        }
        match held.len() {
            0 => return Ok(()),
            left if left == before => return Err(Error::CannotRedo),
            _ => {}
        }
    }
}

/// What the change refers to may have gone while it was undone.
fn check_references(tx: &Transaction<'_>, table: &Table, entry: &Entry) -> Result<()> {
    let now = row::read(tx, table, entry.row)?.unwrap_or_default();
    match row::missing(tx, table, &now)? {
        Some(_) => Err(Error::CannotRedo),
        None => Ok(()),
    }
}

/// Whether a change that stands has touched a row this one had touched or added.
fn is_touched(tx: &Transaction<'_>, change: i64) -> Result<bool> {
    let sql = "SELECT EXISTS (
           SELECT 1 FROM log AS mine
             JOIN log AS other ON other.tbl = mine.tbl AND other.row = mine.row
               AND other.id > mine.id
             JOIN change ON change.id = other.change
           WHERE mine.change = ?1 AND other.change <> ?1 AND undone = 0)
         OR EXISTS (
           SELECT 1 FROM removed
             JOIN log ON log.tbl = removed.tbl AND log.row = removed.row
             JOIN change ON change.id = log.change
           WHERE removed.change = ?1 AND undone = 0)";
    Ok(tx.query_row(sql, [change], |row| row.get(0))?)
}

/// Adds the rows of a table again. One that is there belongs to another change now: an earlier
/// one may keep it, a later one has touched it.
fn rows(tx: &Transaction<'_>, table: &Table, change: i64, outcome: &mut Outcome) -> Result<()> {
    let sql = format!(
        "SELECT row, {0}.id IS NOT NULL FROM removed LEFT JOIN {0} ON {0}.id = removed.row
         WHERE change = ?1 AND tbl = ?2 ORDER BY row",
        table.name
    );
    let mut statement = tx.prepare_cached(&sql)?;
    let mut found = statement.query(params![change, table.name])?;
    let mut runs: Vec<(i64, i64)> = Vec::new();
    while let Some(row) = found.next()? {
        let (id, is_there): (i64, bool) = (row.get(0)?, row.get(1)?);
        match runs.last_mut() {
            _ if is_there => {
                if owner(tx, &table.name, id)?.is_some_and(|owner| owner > change) {
                    return Err(Error::CannotRedo);
                }
            }
            Some((_, last)) if *last + 1 == id => *last = id,
            _ => runs.push((id, id)),
        }
    }
    for (first, last) in runs {
        insert(tx, table, change, first, last)?;
        if keys::is_keyed(tx, &table.name)? {
            keys::remember(tx, &table.name, (first, last))?;
        }
        enter(tx, &table.name, change, first, last)?;
        outcome.at(table).restored += usize::try_from(last - first + 1).unwrap_or_default();
    }
    Ok(())
}

fn insert(tx: &Transaction<'_>, table: &Table, change: i64, first: i64, last: i64) -> Result<()> {
    let from = "FROM removed WHERE change = ?1 AND tbl = ?2 AND row BETWEEN ?3 AND ?4";
    for (column, parent) in &table.references {
        let old = format!("json_extract(old, '$.{column}')");
        let sql = format!(
            "SELECT EXISTS (SELECT 1 {from} AND {old} IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM {parent} WHERE {parent}.id = {old}))"
        );
        let mut statement = tx.prepare_cached(&sql)?;
        if statement.query_row(params![change, table.name, first, last], |row| row.get(0))? {
            return Err(Error::CannotRedo);
        }
    }
    let sql = format!(
        "INSERT INTO {} (id, {}) SELECT row, {} {from}",
        table.name,
        table.columns.join(", "),
        row::extracted(table, "old")
    );
    let inserted = tx.prepare_cached(&sql)?.execute(params![change, table.name, first, last]);
    match inserted {
        // Its unique name is taken meanwhile.
        Err(e) if e.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
            Err(Error::CannotRedo)
        }
        other => Ok(other.map(drop)?),
    }
}

/// Swaps the values of successive entries of one row back, in one go: what only stood between them
/// may be taken by now. They are held where the last value is taken, too.
fn update(
    tx: &Transaction<'_>,
    table: &Table,
    steps: Vec<Entry>,
    held: &mut Held,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(row) = steps.first().map(|entry| entry.row) else { return Ok(()) };
    let now = row::read(tx, table, row)?.ok_or(Error::CannotRedo)?;
    let mut given = Values::new();
    given.extend(steps.iter().filter_map(|entry| entry.old.clone()).flatten());
    let mut target = now.clone();
    target.extend(given.clone());
    if row::twin(tx, table, row, &target)?.is_some() {
        held.insert((table.name.clone(), row), steps);
        return Ok(());
    }
    if !given.is_empty() {
        row::set(tx, table, row, &given)?;
        outcome.at(table).restored += 1;
    }
    through(tx, steps, now).map(drop)
}

/// Each entry gets the values it replaces; what the row then is.
fn through(tx: &Transaction<'_>, steps: Vec<Entry>, mut now: Values) -> Result<Values> {
    for mut entry in steps {
        let given = entry.old.take().unwrap_or_default();
        let old = now.iter().filter(|(column, _)| given.contains_key(*column));
        entry.old = Some(old.map(|(column, value)| (column.clone(), value.clone())).collect());
        entry.save(tx)?;
        now.extend(given);
    }
    Ok(now)
}

/// Deletes the row again, unless something refers to it meanwhile.
fn delete(
    tx: &Transaction<'_>,
    shape: &Shape,
    table: &Table,
    steps: Vec<Entry>,
    mut entry: Entry,
    outcome: &mut Outcome,
) -> Result<()> {
    entry.old = row::read(tx, table, entry.row)?.map(|now| through(tx, steps, now)).transpose()?;
    if entry.old.is_some() {
        if is_referred(tx, shape, table, entry.row)? {
            return Err(Error::CannotRedo);
        }
        row::delete(tx, table, entry.row)?;
        outcome.at(table).removed += 1;
    }
    entry.save(tx)
}
